package baton.allocation.roster;

import baton.contract.PersonId;
import baton.contract.allocation.Absence;
import baton.contract.allocation.Turn;
import baton.platform.forms.Form;
import baton.roster.Away.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Absences and turns of duty as they are sent. */
final class PresenceBody {
  /** One rota has at most as many turns: three years of eight-hour turns. */
  private static final int TURNS_MAX = 4_000;

  private PresenceBody() {}

  @Schema(name = "Absence")
  record AbsenceBody(
      @Schema(examples = "46") String organisation,
      @Schema(
              description = "LEAVE, SICKNESS, SECONDMENT, SUSPENDED or OTHER",
              examples = "LEAVE",
              required = true)
          String absence,
      @Schema(description = "now where left out", examples = "2026-12-01T08:00:00Z") String from,
      @Schema(
              description = "exclusive; left out while it is not known",
              examples = "2026-12-15T08:00:00Z")
          String until) {

    /**
     * @param now for an absence that begins with its entry
     */
    Period period(Form form, String pointer, Instant now) {
      Absence why = form.word(pointer + "/absence", absence, Absence.class);
      Instant begins = from == null ? now : form.time(pointer + "/from", from);
      Instant ends = until == null ? null : form.time(pointer + "/until", until);
      inOrder(form, pointer, begins, ends);
      return why == null || begins == null ? null : new Period(why, begins, ends);
    }
  }

  @Schema(name = "Turn")
  record TurnBody(
      @Schema(examples = "p-1002", required = true) String person,
      @Schema(examples = "2026-12-01T08:00:00Z", required = true) String from,
      @Schema(description = "exclusive", examples = "2026-12-01T16:00:00Z", required = true)
          String until,
      @Schema(description = "reachable, and not at the desk; false where left out")
          Boolean onCall) {

    private Turn turn(Form form, String pointer) {
      PersonId who = form.requiredId(pointer + "/person", person, PersonId::of);
      Instant begins = form.time(pointer + "/from", from);
      Instant ends = form.time(pointer + "/until", until);
      inOrder(form, pointer, begins, ends);
      return who == null || begins == null || ends == null
          ? null
          : new Turn(who, begins, ends, Boolean.TRUE.equals(onCall));
    }
  }

  @Schema(name = "Rota")
  record RotaBody(@Schema(examples = "46") String organisation, List<TurnBody> turns) {}

  /**
   * A rota, checked: whoever looks finds one at the desk and one on call at most, so that it is
   * always clear who has duty.
   *
   * @param inRoster whether a person may be given a turn
   */
  static List<Turn> turns(
      Form form, String pointer, List<TurnBody> given, Predicate<PersonId> inRoster) {
    if (given.size() > TURNS_MAX)
      form.wrong(pointer, "too-many", "a rota has at most " + TURNS_MAX + " turns");
    form.check();
    var turns = new ArrayList<Turn>();
    for (int i = 0; i < given.size(); i++) {
      String at = pointer + "/" + i;
      TurnBody body = form.required(at, given.get(i));
      Turn turn = body == null ? null : body.turn(form, at);
      if (turn == null) continue;
      if (!inRoster.test(turn.person()))
        form.wrong(
            at + "/person",
            "person-not-in-roster",
            turn.person() + " is not in the roster; add him or her with POST /officers");
      if (turns.stream().anyMatch(before -> overlap(before, turn)))
        form.wrong(
            at + "/from",
            "turns-overlap",
            "this turn overlaps another one before it in the list, and who has duty must be clear:"
                + " at any time one person at the desk and one on call at most");
      turns.add(turn);
    }
    return turns;
  }

  private static boolean overlap(Turn one, Turn other) {
    return one.onCall() == other.onCall()
        && one.from().isBefore(other.until())
        && other.from().isBefore(one.until());
  }

  private static void inOrder(Form form, String pointer, Instant from, Instant until) {
    if (from != null && until != null && !until.isAfter(from))
      form.wrong(pointer + "/until", "until-before-from", "until has to be later than from");
  }
}
