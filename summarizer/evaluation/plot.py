"""A picture of ROUGE-1 and ROUGE-2 with their intervals, a row of panels for each data set."""

from collections.abc import Sequence
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Any, cast

from summarizer.errors import InvalidRequestError, MissingExtraError
from summarizer.evaluation.mds import ExtractScore, MdsReport, Measured

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["check_plot", "plot_mds"]

_MEASURES = ("ROUGE-1", "ROUGE-2")
_SUFFIXES = (".pdf", ".png", ".svg")
#: longest line of a name, in characters
_LABEL = 24
_POINT, _BASELINE, _ORACLE = "#1f5a92", "#b3541e", "#3f3f3f"


def check_plot(path: Path) -> None:
    """Raise what would keep a picture from being drawn, before the work is done for it.

    MissingExtraError without the package `matplotlib`; InvalidRequestError for a file that cannot
    be written.
    """
    try:
        import matplotlib as mpl  # noqa: F401  (drawing imports it anew)
    except ImportError as error:
        raise MissingExtraError("a plot", "eval") from error
    if path.suffix.lower() not in _SUFFIXES:
        raise InvalidRequestError(f"cannot write {path}: name a file {', '.join(_SUFFIXES)}")
    if not path.parent.is_dir():
        raise InvalidRequestError(f"cannot write {path}: there is no folder {path.parent}")


def plot_mds(reports: Sequence[MdsReport], path: Path) -> None:
    """Draw the reports, the best ranker on top; the suffix of `path` says in which format."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    rows = [len(report.scores) for report in reports]
    # text stays text, and the same report gives the same bytes
    style = {"svg.fonttype": "none", "svg.hashsalt": "summarizer", "font.size": 9.0}
    with mpl.rc_context(cast("Any", style)):  # a type of all its keys is asked for
        figure = Figure(figsize=(9.5, sum(0.3 * count + 1.2 for count in rows)))
        figure.set_layout_engine("constrained")
        panels = figure.subplots(len(reports), len(_MEASURES), squeeze=False, height_ratios=rows)
        for report, axes in zip(reports, panels, strict=True):
            for measure, panel in zip(_MEASURES, axes, strict=True):
                _draw(panel, report, measure)
            axes[0].set_title(_title(report), loc="left", fontweight="bold")
            axes[1].tick_params(labelleft=False)
        metadata = {"Date": None} if path.suffix.lower() == ".svg" else None
        try:
            figure.savefig(path, metadata=metadata, dpi=150)
        except OSError as error:
            reason = error.strerror or str(error)
            raise InvalidRequestError(f"cannot write {path}: {reason}") from error


def _title(report: MdsReport) -> str:
    cut = "" if report.setting.whole else ", cut"
    clusters = f"{report.clusters} cluster{'s' * (report.clusters != 1)}"
    return f"{', '.join(report.data.names)}: {clusters}, {report.setting.words} words{cut}"


def _draw(panel: "Axes", report: MdsReport, measure: str) -> None:
    scores = sorted(report.scores, key=lambda score: _named(score, "ROUGE-2").f1.mean)
    for place, score in enumerate(scores):
        f1 = _named(score, measure).f1
        points, low, high = 100 * f1.mean, 100 * (f1.mean - f1.low), 100 * (f1.high - f1.mean)
        color = _BASELINE if score.ranker == "lead" else _POINT
        panel.errorbar(points, place, xerr=[[low], [high]], fmt="o", color=color, capsize=2.5)
        panel.annotate(f"{points:.1f}", (points, place), (0, 7), textcoords="offset points",
                       ha="center", fontsize=7.5, color=color,
                       bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.2})  # fmt: skip
        if score.ranker == "lead":
            panel.axvline(points, color=_BASELINE, linewidth=0.8, linestyle=":", zorder=0)
    most = 100 * _named(report.oracle, measure).f1.mean
    panel.axvline(most, color=_ORACLE, linewidth=1.0, linestyle="--")
    panel.annotate(f"oracle ≈ {most:.1f}", (most, 0.5), (-3, 0), color=_ORACLE, fontsize=7.5,
                   xycoords=("data", "axes fraction"), textcoords="offset points",
                   rotation=90, ha="right", va="center")  # fmt: skip
    panel.set_yticks(range(len(scores)), [fill(score.ranker, _LABEL) for score in scores])
    panel.set_ylim(-0.6, len(scores) - 0.2)
    panel.set_xlabel(f"{measure} F1, points, with 95 % intervals")
    panel.grid(axis="x", color="#dddddd", linewidth=0.6)
    panel.set_axisbelow(True)
    panel.spines[["top", "right"]].set_visible(False)


def _named(score: ExtractScore, measure: str) -> Measured:
    return next(each for each in score.measures if each.measure == measure)
