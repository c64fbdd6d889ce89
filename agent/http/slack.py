"""`POST /slack/events`: everything Slack sends, acknowledged at once."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from agent.http.errors import ApiError
from agent.slack.door import Door

router = APIRouter(tags=["slack"])


@router.post("/slack/events", summary="Where Slack sends everything", include_in_schema=False)
async def slack_events(request: Request) -> Response:
    """Pass a request to the Slack door; 404 where Slack is not set up."""
    door: Door | None = getattr(request.app.state, "slack", None)
    if door is None:
        raise ApiError(
            404,
            "slack_is_off",
            "Slack is not set up here: set SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET, then restart.",
        )
    answer = await door.answer(await request.body(), request.url.query, request.headers)
    return Response(answer.body, answer.status, answer.first_headers_without_set_cookie())
