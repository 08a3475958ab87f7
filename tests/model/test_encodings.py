"""UTF-16 told from UTF-8, from pictures and from other encodings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.model.encodings import utf_16

TEXTS = (
    "Ostvale orders logs\r\n\r\nThree firms refuse.\n",
    "Постановление о журналах\n\nТри компании отказались.\n",  # noqa: RUF001 (letters of another script are meant)
    "قانون جدید\n\nسه شرکت نپذیرفتند.",  # noqa: RUF001 (letters of another script are meant)
    "“Café”",
)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("mark", ["\ufeff", ""])
def test_utf_16_is_read_with_its_mark_and_without(text, encoding, mark):
    assert text == utf_16((mark + text).encode(encoding))


def test_letters_of_east_asia_are_read_where_there_is_a_mark():
    assert utf_16("\ufeff微博不回应".encode("utf-16-le")) == "微博不回应"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        "Café".encode(),
        "Café".encode("latin-1"),
        b"One\0two.",
        b"\0",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0",
        bytes(range(256)),
        b"a\x01" * 50 + b"a\0",
        b"a\0\0b" * 50,
        "\ufeffhalf".encode("utf-16-le") + b"x",
        b"\xff\xfe\x00\xd8a\x00",
        "text".encode("utf-32-le"),
        "\ufefftext".encode("utf-32-le"),
    ],
)
def test_other_bytes_are_not(data):
    assert utf_16(data) is None


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")))
def test_no_text_in_utf_8_is_taken_for_utf_16(text):
    assert utf_16(text.encode()) is None
