"""Turn a PDF into what a copying machine makes of it: grey pictures, a little askew."""

from io import BytesIO

import numpy
import pypdfium2
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

DOTS_PER_INCH = 110
POINTS_PER_INCH = 72
TILT_DEGREES = 0.4
PAPER = 250
NOISE = 3.0
NOISE_SEED = 1766
JPEG_QUALITY = 38


def scanned(pdf: bytes, title: str, author: str) -> bytes:
    """The pages of `pdf` as pictures without text."""
    noise = numpy.random.default_rng(NOISE_SEED)
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1, pageCompression=1)
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setCreator(author)
    canvas.setSubject(title)
    document = pypdfium2.PdfDocument(pdf)
    for index in range(len(document)):
        page = document[index]
        width, height = page.get_size()
        picture = page.render(scale=DOTS_PER_INCH / POINTS_PER_INCH, grayscale=True).to_pil()
        canvas.setPageSize((width, height))
        canvas.drawImage(ImageReader(_copied(picture, noise)), 0, 0, width, height)
        canvas.showPage()
    document.close()
    canvas.save()
    return buffer.getvalue()


def _copied(picture: Image.Image, noise: numpy.random.Generator) -> BytesIO:
    """The picture askew on greyish paper, as JPEG."""
    tilted = picture.convert("L").rotate(
        TILT_DEGREES, resample=Image.Resampling.BICUBIC, fillcolor=255
    )
    grey = numpy.asarray(tilted, dtype=numpy.float32) * (PAPER / 255)
    grey += noise.normal(0, NOISE, grey.shape).astype(numpy.float32)
    result = Image.fromarray(grey.clip(0, 255).round().astype(numpy.uint8), mode="L")
    jpeg = BytesIO()
    result.save(jpeg, "JPEG", quality=JPEG_QUALITY, optimize=True)
    jpeg.seek(0)
    return jpeg
