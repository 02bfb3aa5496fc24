FROM python:3.11-slim AS build
WORKDIR /src
COPY requirements.lock requirements-build.lock ./
RUN python -m venv /venv \
    && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.lock \
    && pip install --no-cache-dir --require-hashes -r requirements-build.lock
COPY pyproject.toml README.md LICENSE ./
COPY summarizer summarizer
COPY api api
COPY prompts prompts
COPY seeds seeds
RUN pip wheel --no-cache-dir --no-deps --no-build-isolation --wheel-dir /wheels . \
    && /venv/bin/pip install --no-cache-dir --no-deps /wheels/*.whl

FROM python:3.11-slim
# A new named volume takes over the owner of the folder that it is mounted on.
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin summarizer \
    && install --directory --owner=summarizer --group=summarizer /data
COPY --from=build /venv /venv
COPY deploy/every-day /usr/local/bin/every-day
ENV PATH=/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    SUMMARIZER_DATABASE=sqlite:////data/summarizer.db
USER 10001
WORKDIR /data
VOLUME /data
EXPOSE 8000
# The slim image has no curl.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/livez', timeout=4)"]
# Needs SUMMARIZER_API_KEY: without a key the server refuses any address but loopback.
CMD ["summarizer", "serve", "--host", "0.0.0.0", "--port", "8000"]
