"""Wake-ups of planning, by subject: everything slow runs in the worker's process, outside any transaction."""

from yixian.web.planning.tasks import board, next_best, preview, replan, solve  # noqa: F401
