"""`matcher serve`: the HTTP service and the chat page, on this machine unless told otherwise."""

from __future__ import annotations

import asyncio
import gc
import logging
import socket
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from typing import TYPE_CHECKING, Annotated

import typer

from agent.commands.faults import CommandError, say
from agent.commands.open_index import index_of
from agent.commands.options import DataDir, Tenant, settings_of
from agent.commands.running import interruptible
from agent.log_privacy import told_in_a_line

if TYPE_CHECKING:
    from agent.settings import Settings
    from agent.slack.door import Door
    from agent.wiring import Service

_LOG_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_GRACE_SECONDS = 5
"""How long open streams may take to end after Ctrl-C."""


def serve(
    host: Annotated[
        str | None, typer.Option("--host", help="Address to listen on.", show_default="127.0.0.1")
    ] = None,
    port: Annotated[
        int | None, typer.Option("--port", help="Port to listen on.", show_default="8000")
    ] = None,
    data_dir: DataDir = None,
    tenant: Tenant = None,
) -> None:
    """Serve the chat page and the API until Ctrl-C."""
    settings = settings_of(data_dir, tenant, host=host, port=port)
    listening = _listen(settings)
    from agent.access.gatekeeper import open_gatekeeper
    from agent.slack.door import is_set_up

    open_gatekeeper(settings).close()  # a fault here is told before anything is served
    is_set_up(settings)
    if settings.store == "local":
        with index_of(settings) as index:
            index.count(settings.tenant)
    import uvicorn

    from agent.api import create_app

    opening = _Opening()
    config = uvicorn.Config(
        create_app(settings, opening.service, opening.slack),
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )
    logging.basicConfig(level=logging.WARNING, format=_LOG_FORMAT, force=True)
    for handler in logging.getLogger().handlers:
        handler.addFilter(told_in_a_line)
    logging.getLogger("uvicorn.error").addFilter(opening.told)
    with suppress(KeyboardInterrupt, SystemExit):
        uvicorn.Server(config).run(sockets=[listening])
    if opening.fault is not None:
        raise opening.fault
    say("stopped.")


class _Opening:
    """Opens the service for the app, and keeps why it could not, which uvicorn would only log."""

    def __init__(self) -> None:
        self.fault: Exception | KeyboardInterrupt | None = None
        self._opened = False

    @asynccontextmanager
    async def service(self, settings: Settings) -> AsyncIterator[Service]:
        """Yield the service, and keep what ends it and all that is opened behind it."""
        from agent.wiring import open_service

        try:
            async with AsyncExitStack() as opened:
                with interruptible():
                    service = await opened.enter_async_context(open_service(settings))
                settling = asyncio.create_task(_settle(service))
                yield service
                settling.cancel()
        except (Exception, KeyboardInterrupt) as fault:
            self.fault, self._opened = fault, False
            raise

    @asynccontextmanager
    async def slack(self, service: Service | None) -> AsyncIterator[Door | None]:
        """Yield the Slack door, the last to open, and say where everything is to be found."""
        from agent.slack.door import open_door

        async with open_door(service) as door:
            if service is not None:
                self._opened = True
                address = _address(service.settings)
                say(f"open {address} in a browser; Ctrl-C stops it.")
                if door is not None:
                    say(f"Slack is on: it sends everything to {address}slack/events.")
            yield door

    def told(self, _: logging.LogRecord) -> bool:
        """Return whether uvicorn may log: not while a fault is becoming a sentence of ours."""
        return self._opened


async def _settle(service: Service) -> None:
    """Once everything is loaded, give back what loading left and spare the collector what stays."""
    from tools.index.heap import give_back

    await asyncio.wait([service.warmed])  # to be cancelled here must not cancel the warming
    gc.collect()
    gc.freeze()
    give_back()


def _address(settings: Settings) -> str:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"http://{host}:{settings.port}/"


def _listen(settings: Settings) -> socket.socket:
    """Return a bound socket, so that a taken port is known before anything is loaded.

    Raises CommandError when the address or the port cannot be had.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            settings.host, settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listening = socket.socket(family, kind, protocol)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen()
    except socket.gaierror as error:
        raise CommandError(
            f"there is no address {settings.host!r} on this machine: use --host 127.0.0.1."
        ) from error
    except OSError as error:
        raise CommandError(
            f"port {settings.port} of {settings.host} cannot be used ({error.strerror}): stop what "
            f"listens there, or choose another with --port {settings.port % 65535 + 1}."
        ) from error
    return listening
