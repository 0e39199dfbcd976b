"""Photos and documents, sent and fetched."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from playground.telegram import params as read
from playground.telegram.entities import utf16_length
from playground.telegram.errors import bad_request
from playground.telegram.methods.registry import method
from playground.telegram.methods.sending import deliver, text_of
from playground.telegram.model import Json

if TYPE_CHECKING:
    from playground.telegram.core import Telegram

MAX_CAPTION = 1024
MAX_PHOTO_BYTES = 10 * 1024 * 1024
MAX_DOCUMENT_BYTES = 50 * 1024 * 1024


def image_size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG or JPEG; None for anything else."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    if content.startswith(b"\xff\xd8"):
        at = 2
        while at + 9 < len(content) and content[at] == 0xFF:
            marker, size = content[at + 1], struct.unpack(">H", content[at + 2 : at + 4])[0]
            if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
                height, width = struct.unpack(">HH", content[at + 5 : at + 9])
                return width, height
            at += 2 + size
    return None


def store_file(telegram: Telegram, upload: read.Upload) -> tuple[str, str]:
    """Keep a file; its file_id and file_unique_id."""
    number = len(telegram.files) + 1
    file_id = f"AgACplayground{number:08d}"
    telegram.files[file_id] = upload
    return file_id, f"AQplay{number:06d}"


def photo_object(telegram: Telegram, upload: read.Upload, size: tuple[int, int]) -> list[Json]:
    file_id, unique = store_file(telegram, upload)
    return [
        {
            "file_id": file_id,
            "file_unique_id": unique,
            "width": size[0],
            "height": size[1],
            "file_size": len(upload.content),
        }
    ]


def document_object(telegram: Telegram, upload: read.Upload) -> Json:
    file_id, unique = store_file(telegram, upload)
    return {
        "file_id": file_id,
        "file_unique_id": unique,
        "file_name": upload.filename,
        "mime_type": upload.content_type,
        "file_size": len(upload.content),
    }


def _upload(telegram: Telegram, params: read.Params, files: read.Files, field: str) -> read.Upload:
    value = read.text(params, field)
    upload = files.get(value.removeprefix("attach://") if value else field)
    if upload is None:
        upload = telegram.files.get(value)
    if upload is None:
        if not value:
            raise bad_request(f"there is no {field} in the request")
        raise bad_request("wrong file identifier/HTTP URL specified")
    if not upload.content:
        raise bad_request("file must be non-empty")
    return upload


def _caption(params: read.Params) -> Json:
    caption, entities = text_of(params, "caption", "caption_entities")
    if utf16_length(caption) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    content: Json = {}
    if caption:
        content["caption"] = caption
    if entities:
        content["caption_entities"] = entities
    return content


@method("sendPhoto")
def send_photo(telegram: Telegram, params: read.Params, files: read.Files) -> Json:
    chat = telegram.open_chat(params)
    upload = _upload(telegram, params, files, "photo")
    caption = _caption(params)
    size = image_size(upload.content)
    if size is None or len(upload.content) > MAX_PHOTO_BYTES:
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = size
    if width + height > 10_000 or max(size) > 20 * min(size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    content = {"photo": photo_object(telegram, upload, size), **caption}
    return deliver(telegram, chat, params, content)


@method("sendDocument")
def send_document(telegram: Telegram, params: read.Params, files: read.Files) -> Json:
    chat = telegram.open_chat(params)
    upload = _upload(telegram, params, files, "document")
    caption = _caption(params)
    if len(upload.content) > MAX_DOCUMENT_BYTES:
        raise bad_request("file is too big")
    content = {"document": document_object(telegram, upload), **caption}
    return deliver(telegram, chat, params, content)


@method("getFile")
def get_file(telegram: Telegram, params: read.Params, files: read.Files) -> Json:
    file_id = read.text(params, "file_id")
    upload = telegram.files.get(file_id)
    if upload is None:
        raise bad_request("invalid file_id")
    return {
        "file_id": file_id,
        "file_unique_id": f"AQ{file_id[-8:]}",
        "file_size": len(upload.content),
        "file_path": f"files/{file_id}",
    }
