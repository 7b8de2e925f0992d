"""Addresses of planning."""

from django.urls import path, register_converter

from yixian.web.planning.converters import MonthConverter
from yixian.web.planning.views import (
    board,
    calendar,
    comparison,
    confirmations,
    feed,
    next_best,
    offers,
    plans,
    preview,
    replan,
    runs,
    standby,
    swaps,
    told,
    weights,
)
from yixian.web.shared.http import resource

register_converter(MonthConverter, "month")
app_name = "planning"
CELL = "plans/<int:plan_id>/board/<month:month>/<int:host_id>/"

urlpatterns = [
    path("", resource(get=plans.overview), name="overview"),
    path("plans/", resource(get=plans.versions), name="versions"),
    path("plans/new/", resource(get=plans.new, post=plans.create), name="plan-new"),
    path("plans/<int:plan_id>/", resource(get=plans.show), name="plan"),
    path("plans/<int:plan_id>/removal/", resource(post=plans.drop), name="plan-removal"),
    path(
        "plans/<int:plan_id>/publication/",
        resource(get=comparison.last_look, post=plans.publish),
        name="publication",
    ),
    path("plans/<int:plan_id>/comparison/", resource(get=comparison.choose), name="comparison-choice"),
    path(
        "plans/<int:plan_id>/comparison/<int:other_id>/", resource(get=comparison.compare), name="comparison"
    ),
    path("plans/<int:plan_id>/run/", resource(get=runs.watch, post=runs.start), name="run"),
    path("plans/<int:plan_id>/run/stop/", resource(post=runs.stop), name="run-stop"),
    path(
        "plans/<int:plan_id>/months/<month:month>/", resource(get=plans.month, post=plans.pin), name="month"
    ),
    path("plans/<int:plan_id>/months/<month:month>/release/", resource(post=plans.unpin), name="unpin"),
    path(
        "plans/<int:plan_id>/months/<month:month>/confirmation/",
        resource(post=confirmations.ask),
        name="month-confirmation",
    ),
    path("plans/<int:plan_id>/months/<month:month>/standby/", resource(post=standby.name), name="standby"),
    path(
        "plans/<int:plan_id>/months/<month:month>/standby/call/",
        resource(post=standby.call),
        name="standby-call",
    ),
    path("plans/<int:plan_id>/board/", resource(get=board.board), name="board"),
    path(
        "plans/<int:plan_id>/board/prices/", resource(get=board.watch, post=board.price), name="board-prices"
    ),
    path("plans/<int:plan_id>/board/prices/stop/", resource(post=board.stop), name="board-prices-stop"),
    path(
        "plans/<int:plan_id>/next-best/",
        resource(get=next_best.watch, post=next_best.start),
        name="next-best",
    ),
    path("plans/<int:plan_id>/next-best/stop/", resource(post=next_best.stop), name="next-best-stop"),
    path(CELL, resource(get=board.cell, post=board.pin), name="board-cell"),
    path(CELL + "details/", resource(post=board.work_out), name="board-cell-details"),
    path("plans/<int:plan_id>/fairness/", resource(get=plans.fair), name="fairness"),
    path("plans/<int:plan_id>/replan/", resource(get=replan.choose, post=replan.start), name="replan"),
    path("plans/<int:plan_id>/curve/", resource(post=replan.choose_point), name="curve"),
    path("plans/<int:plan_id>/weights/", resource(post=weights.adopt), name="plan-weights"),
    path("weights/", resource(get=weights.weights, post=weights.try_out), name="weights"),
    path("weights/preview/", resource(get=preview.watch, post=preview.ask), name="weights-preview"),
    path("weights/preview/stop/", resource(post=preview.stop), name="weights-preview-stop"),
    path("feed/", resource(get=feed.address, post=feed.renew), name="feed-address"),
    path("feed/closing/", resource(post=feed.close), name="feed-closing"),
    path("feed/<str:token>.ics", resource(get=feed.feed), name="feed"),
    path("confirmations/", resource(get=confirmations.confirmations), name="confirmations"),
    path("confirmations/order/", resource(post=confirmations.order), name="confirmations-order"),
    path("confirmations/<int:confirmation_id>/", resource(get=confirmations.show), name="confirmation"),
    path(
        "confirmations/<int:confirmation_id>/answer/",
        resource(post=confirmations.answer),
        name="confirmation-answer",
    ),
    path("told/<int:told_id>/", resource(post=told.note), name="told"),
    path("swaps/", resource(get=swaps.swaps), name="swaps"),
    path("swaps/new/", resource(get=swaps.new, post=swaps.ask), name="swap-new"),
    path("swaps/order/", resource(post=swaps.order), name="swap-order"),
    path("swaps/<int:swap_id>/", resource(get=swaps.show), name="swap"),
    path("swaps/<int:swap_id>/answer/", resource(post=swaps.answer), name="swap-answer"),
    path("swaps/<int:swap_id>/withdrawal/", resource(post=swaps.withdraw), name="swap-withdrawal"),
    path("swaps/<int:swap_id>/decision/", resource(post=swaps.decide), name="swap-decision"),
    path("offers/", resource(get=offers.offers), name="offers"),
    path("offers/new/", resource(get=offers.new_offer, post=offers.make_offer), name="offer-new"),
    path("offers/<int:offer_id>/withdrawal/", resource(post=offers.withdraw), name="offer-withdrawal"),
    path("unsuitable-days/", resource(get=offers.blackouts, post=offers.add), name="blackouts"),
    path("unsuitable-days/<int:blackout_id>/removal/", resource(post=offers.remove), name="blackout-removal"),
    path("calendar/", resource(get=calendar.calendar, post=calendar.correct), name="calendar"),
    path("calendar/<int:year>/", resource(post=calendar.take_over), name="calendar-year"),
]
