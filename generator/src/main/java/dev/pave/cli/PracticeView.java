package dev.pave.cli;

import dev.pave.catalogue.Rule;
import dev.pave.cli.Styled.Style;
import dev.pave.lifecycle.ExplainedPractice;
import dev.pave.lifecycle.ExplainedPractice.Change;
import dev.pave.lifecycle.ExplainedPractice.Place;
import dev.pave.plan.Plan;
import dev.pave.render.Coverage;
import java.util.List;

/** A practice: what became of it, who asks, what checks it, where it is. */
final class PracticeView {

    private static final int MOST_WHERE = 45;

    private final Terminal terminal;
    private final Plan plan;

    PracticeView(Terminal terminal, Plan plan) {
        this.terminal = terminal;
        this.plan = plan;
    }

    void print(ExplainedPractice explained) {
        var practice = explained.practice().practice();
        terminal.print(
                List.of(new Styled(Style.PRACTICE, practice.id().value()), Styled.plain("  " + practice.title())));
        Facts facts = new Facts(terminal);
        facts.print(
                "status",
                explained.status().map(Coverage.Status::words).orElse("nobody asks for it here") + " (area "
                        + practice.area() + ")");
        facts.print("stance", practice.stance().written(), practice.because().orElse(""));
        explained
                .practice()
                .figures()
                .forEach(figure -> facts.print(
                        "figure",
                        figure.display(),
                        figure.location().source() + ":" + figure.location().line()));
        facts.reasons(Reasons.of(explained.practice(), plan));
        for (Rule rule : explained.rules()) {
            facts.print("checked by", rule.id(), rule.says());
        }
        if (explained.rules().isEmpty()) {
            facts.print("checked by", "no rule");
        }
        if (!explained.seenToFail().isEmpty()) {
            facts.print("proof", "seen to fail without it", String.join(", ", explained.seenToFail()));
        }
        List<Place> places = explained.places();
        int width = places.stream()
                .mapToInt(place -> Columns.width(where(place)))
                .filter(columns -> columns <= MOST_WHERE)
                .max()
                .orElse(0);
        places.forEach(place -> print(facts, place, width));
        if (places.isEmpty()) {
            facts.print("where", "nowhere in this repository");
        }
    }

    /** The template beside the place, or below it where the place is too long. */
    private static void print(Facts facts, Place place, int width) {
        String where = where(place);
        boolean beside = Columns.width(where) <= width;
        String from =
                (place.change() == Change.AS_GENERATED ? "" : place.change().words() + ", ") + "from ";
        String template = place.region().template().source() + ":"
                + place.region().template().line();
        int room = Facts.ROOM - (beside ? width + 2 : 2) - Columns.width(from);
        if (!beside) {
            facts.print("where", where);
        }
        facts.print("where", beside ? Columns.pad(where, width) : "", from + Columns.cutFront(template, room));
    }

    /** {@code path:first-last}, which editors open at the first. */
    private static String where(Place place) {
        if (place.change() == Change.GONE) {
            return place.path();
        }
        return place.path() + ":" + place.first() + (place.last() > place.first() ? "-" + place.last() : "");
    }
}
