"""A real server on the loopback that speaks `/v1/chat/completions`, well or badly by model name.

`writer` writes a sentence from each line of evidence that it is sent, cited, as far as the asked
words go. The other names behave as `BEHAVIOURS` says.
"""

import json
import re
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

__all__ = ["BEHAVIOURS", "Asked", "ChatServer", "written"]

EVIDENCE = re.compile(r"^\[(\d+)\] \([^\n]*?\) (.+)$", re.MULTILINE)
EVENTS, JSON = "text/event-stream", "application/json"
FINGERPRINT = "fp_loopback"


def written(prompt: str) -> str:
    """What `writer` makes of a prompt: the sentences of its evidence, cited, within its words."""
    room = int(re.search(r"at most (\d+) words", prompt)[1])
    told: list[str] = []
    for number, text in EVIDENCE.findall(prompt.partition("<<<EVIDENCE")[2]):
        room -= len(text.split())
        if room < 0 and told:
            break
        told.append(f"{text.rstrip('.')} [{number}].")
    return " ".join(told)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A request that arrived."""

    method: str
    path: str
    headers: dict[str, str]
    body: dict[str, Any]


@dataclass(kw_only=True)
class ChatServer:
    """Use it as a context manager; `url` is the base address, `asked` all that arrived."""

    #: `vllm`, `llama.cpp`, `loading` (vLLM that is not ready at first), `lying`, or none; every word
    #: is a token
    tokenizer: str | None = None
    #: what vLLM says its room is
    max_model_len: int = 100_000
    #: where `moved` points to
    moved_to: str = "http://elsewhere.example/v1?secret=1"
    #: models that wait go on when this is set, or when the server closes
    go_on: threading.Event = field(default_factory=threading.Event)
    #: set when a client went away in the middle of an answer
    hung_up: threading.Event = field(default_factory=threading.Event)
    asked: list[Asked] = field(default_factory=list)
    tries: Counter[str] = field(default_factory=Counter)
    #: connections so far, and pieces sent
    connections: int = 0
    sent: int = 0

    def __enter__(self) -> Self:
        server = self

        class Handler(_Handler):
            owner = server

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        # A short poll: the default of half a second is waited for at each close.
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.go_on.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    @property
    def port(self) -> int:
        return self._http.server_address[1]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    def questions(self) -> list[Asked]:
        """The requests for an answer, without those for tokens."""
        return [asked for asked in self.asked if asked.path.endswith("/chat/completions")]


class _Handler(BaseHTTPRequestHandler):
    owner: ChatServer
    protocol_version = "HTTP/1.1"

    def setup(self) -> None:
        self.owner.connections += 1
        super().setup()

    def log_message(self, *_: object) -> None:
        pass

    def do_POST(self) -> None:
        text = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.body = json.loads(text)
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.owner.asked.append(
            Asked(method="POST", path=self.path, headers=headers, body=self.body)
        )
        self.close_connection = True
        try:
            if self.path == "/tokenize":
                self._tokenize()
            elif self.path != "/v1/chat/completions" or self.body["model"] not in BEHAVIOURS:
                self.error(404, "no such model")
            else:
                self.owner.tries[self.body["model"]] += 1
                BEHAVIOURS[self.body["model"]](self)
        except (BrokenPipeError, ConnectionResetError):
            self.owner.hung_up.set()

    @property
    def prompt(self) -> str:
        return self.body["messages"][-1]["content"]

    @property
    def limit(self) -> int:
        return self.body.get("max_tokens") or self.body["max_completion_tokens"]

    @property
    def try_number(self) -> int:
        return self.owner.tries[self.body["model"]]

    def _tokenize(self) -> None:
        texts = [turn["content"] for turn in self.body["messages"]]
        words = sum(len(text.split()) for text in texts)
        self.owner.tries["/tokenize"] += 1
        if self.owner.tokenizer == "loading" and self.owner.tries["/tokenize"] == 1:
            self.error(503, "Loading model")
        elif self.owner.tokenizer in ("vllm", "loading"):
            # its template has four tokens for every turn
            count = words + 4 * len(texts)
            room = self.owner.max_model_len
            self.answer(200, json.dumps({"count": count, "max_model_len": room, "tokens": []}))
        elif self.owner.tokenizer == "llama.cpp":
            tokens = list(range(len(self.body["content"].split())))
            self.answer(200, json.dumps({"tokens": tokens}))
        elif self.owner.tokenizer == "lying":
            self.answer(200, json.dumps({"count": 1, "tokens": [1]}))
        else:
            self.error(404, "not found")

    def answer(self, status: int, text: str, kind: str = JSON, **headers: str) -> None:
        body = text.encode()
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def error(self, status: int, message: str, **headers: str) -> None:
        self.answer(status, json.dumps({"error": {"message": message}}), **headers)

    def begin(self, kind: str = EVENTS) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()

    def raw(self, text: str) -> None:
        data = text.encode()
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()

    def event(self, **chunk: Any) -> None:
        self.raw(f"data: {json.dumps({'system_fingerprint': FINGERPRINT} | chunk)}\n\n")
        self.owner.sent += 1

    def piece(self, text: str | None = None, finish: str | None = None, **more: Any) -> None:
        delta = ({} if text is None else {"content": text}) | more
        self.event(choices=[{"index": 0, "delta": delta, "finish_reason": finish}])

    def pieces(self, text: str) -> None:
        for piece in re.findall(r"\s*\S+", text):
            self.piece(piece)

    def end(self, finish: str = "stop", asked: int | None = None) -> None:
        self.piece(finish=finish)
        words = sum(len(turn["content"].split()) for turn in self.body["messages"])
        self.event(choices=[], usage={"prompt_tokens": words if asked is None else asked})
        self.raw("data: [DONE]\n\n")
        self.done()

    def done(self) -> None:
        self.wfile.write(b"0\r\n\r\n")

    def wait(self) -> None:
        """Until the test says go on; a client that goes away meanwhile is noticed."""
        while not self.owner.go_on.wait(0.02):
            self.connection.settimeout(0.001)
            try:
                gone = self.connection.recv(1) == b""
            except TimeoutError:
                gone = False
            self.connection.settimeout(None)
            if gone:
                raise BrokenPipeError


def _writer(http: _Handler) -> None:
    http.begin()
    http.piece("", role="assistant")
    http.pieces(written(http.prompt))
    http.end()


def _slow(http: _Handler) -> None:
    """Waits after its first sentence."""
    first, _, rest = written(http.prompt).partition("]. ")
    http.begin()
    http.pieces(f"{first}].")
    http.wait()
    http.pieces(f" {rest}")
    http.end()


def _hanging(http: _Handler) -> None:
    http.wait()


def _silent(http: _Handler) -> None:
    """Keeps the line open with comments, and never says a word."""
    http.begin()
    while not http.owner.go_on.wait(0.02):
        http.raw(": ping\n\n")


def _babbling(http: _Handler) -> None:
    http.begin()
    while not http.owner.go_on.is_set():
        http.piece(" and so on")


def _brooding(http: _Handler) -> None:
    http.begin()
    while not http.owner.go_on.is_set():
        http.piece(reasoning_content="Let me see.")


def _truncated(http: _Handler) -> None:
    """Hangs up in the middle of a stream, without the last chunk of HTTP."""
    http.begin()
    http.pieces(written(http.prompt)[:40])


def _unfinished(http: _Handler) -> None:
    """A stream that ends well as HTTP, without an end of the answer."""
    http.begin()
    http.pieces(written(http.prompt)[:40])
    http.done()


def _cut(http: _Handler) -> None:
    http.begin()
    http.pieces(written(http.prompt)[:60])
    http.end("length")


def _broken(http: _Handler) -> None:
    http.begin()
    http.pieces("The ferry")
    http.raw('data: {"choices": [{"delta": {"cont\n\n')
    http.done()


def _wrong_types(http: _Handler) -> None:
    http.begin()
    http.event(choices=[{"delta": {"content": {"text": "The ferry sank."}}}])
    http.done()


def _failing(http: _Handler) -> None:
    http.begin()
    http.pieces("The ferry")
    key = http.headers.get("Authorization", "").removeprefix("Bearer ")
    http.raw(f"data: {json.dumps({'error': {'message': f'out of memory for {key}'}})}\n\n")
    http.done()


def _empty(http: _Handler) -> None:
    http.begin()
    http.piece("", role="assistant")
    http.piece("\n")
    http.end()


def _lost_in_thought(http: _Handler) -> None:
    http.begin()
    http.pieces("<think> I must not forget the ferry")
    http.end("length")


def _thinking(http: _Handler) -> None:
    http.begin()
    http.piece(reasoning_content="The reader wants a brief.")
    for piece in ("<th", "ink>I should", " say [9].</thi", "nk>", "\n\n"):
        http.piece(piece)
    http.pieces(written(http.prompt))
    http.end()


def _stray_thought(http: _Handler) -> None:
    http.begin()
    http.pieces("I should tell of the ferry first.")
    http.piece("</think>")
    http.pieces(written(http.prompt))
    http.end()


def _forgetful(http: _Handler) -> None:
    """Cuts its question off, as Ollama does, and counts what is left."""
    http.begin()
    http.pieces(written(http.prompt))
    http.end(asked=20)


def _strict(http: _Handler) -> None:
    """Refuses what it does not know, as hosted reasoning models do."""
    for name in ("max_tokens", "temperature", "stream_options"):
        if name in http.body:
            return http.error(400, f"Unsupported parameter: '{name}' is not supported.")
    return _writer(http)


def _busy_at_first(http: _Handler) -> None:
    if http.try_number < 3:
        status, after = ((429, "0"), (503, ""))[http.try_number - 1]
        return http.error(status, "too many requests", **({"Retry_After": after} if after else {}))
    return _writer(http)


def _lost_at_first(http: _Handler) -> None:
    """Hangs up without an answer, once."""
    if http.try_number > 1:
        _writer(http)


def _refusing_key(http: _Handler) -> None:
    key = http.headers.get("Authorization", "").removeprefix("Bearer ")
    http.error(401, f"Incorrect API key provided: {key}.")


def _marked(http: _Handler) -> None:
    """Sends what no database keeps, and a fingerprint that no log should show."""
    http.begin()
    choice = {"delta": {"content": "It\0 rained [1]."}, "finish_reason": "stop"}
    http.event(choices=[choice], system_fingerprint="\x1b[31m\n" * 99)
    http.done()


def _halved(http: _Handler) -> None:
    """Sends an emoji in two halves, as servers do that cut their text in UTF-16."""
    http.begin()
    http.piece("The crowd cheered ")
    http.piece("\ud83d")
    http.piece("\ude00 at noon.")
    http.end()


def _whole(http: _Handler) -> None:
    message = {"role": "assistant", "content": written(http.prompt)}
    http.answer(200, json.dumps({"choices": [{"message": message, "finish_reason": "stop"}]}))


def _error_as_answer(http: _Handler) -> None:
    http.answer(200, json.dumps({"error": "model runner has stopped"}))


PAGE = "<!DOCTYPE html><html><body>Welcome to nginx!</body></html>"

BEHAVIOURS: dict[str, Callable[[_Handler], Any]] = {
    "writer": _writer,
    "slow": _slow,
    "hanging": _hanging,
    "silent": _silent,
    "babbling": _babbling,
    "brooding": _brooding,
    "truncated": _truncated,
    "unfinished": _unfinished,
    "cut": _cut,
    "broken": _broken,
    "wrong-types": _wrong_types,
    "failing": _failing,
    "empty": _empty,
    "lost-in-thought": _lost_in_thought,
    "thinking": _thinking,
    "stray-thought": _stray_thought,
    "forgetful": _forgetful,
    "strict": _strict,
    "busy-at-first": _busy_at_first,
    "lost-at-first": _lost_at_first,
    "busy": lambda http: http.error(429, "too many requests", Retry_After="3600"),
    "unwell": lambda http: http.error(500, "CUDA error"),
    "refusing-key": _refusing_key,
    "too-long": lambda http: http.error(400, "maximum context length is 512 tokens"),
    "half-hidden-key": lambda http: http.error(401, "Incorrect API key: sk-9f8e****5b4a. Sorry"),
    "deep-error": lambda http: http.answer(400, "[" * 15_000),
    "moved-nowhere": lambda http: http.answer(302, "", Location="http://[::1"),
    "busy-for-ever": lambda http: http.error(
        503, "loading", Retry_After="Fri, 31 Dec 9999 23:59:59 -1200"
    ),
    "marked": _marked,
    "moved": lambda http: http.answer(307, "", Location=http.owner.moved_to),
    "page": lambda http: http.answer(200, PAGE, "text/html"),
    "page-error": lambda http: http.answer(502, PAGE, "text/html"),
    "lying-page": lambda http: http.answer(200, PAGE, EVENTS),
    "lying-json": lambda http: http.answer(200, PAGE, JSON),
    "lying-stream": lambda http: http.answer(200, '{"choices": []}', EVENTS),
    "number": lambda http: http.answer(200, "42"),
    "halved": _halved,
    "whole": _whole,
    "error-as-answer": _error_as_answer,
}
