package baton.escalation.policy;

import static baton.contract.OrganisationCode.NCA;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.Actor;
import baton.contract.BatonEvent;
import baton.contract.EventId;
import baton.contract.Nation;
import baton.contract.OrganisationCode;
import baton.contract.Recorded;
import baton.contract.escalation.CalendarAdopted;
import baton.contract.escalation.ClockName;
import baton.decision.Decision;
import baton.decision.Decision.Accepted;
import baton.escalation.policy.model.AdoptCalendar;
import baton.policy.PolicyBook;
import baton.policy.Urgency;
import baton.policy.file.Defaults;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deadlines at the edges of the calendar, each expected instant written out. */
class DeadlinesTest {
  private static final Instant NOW = Instant.parse("2025-01-01T00:00:00Z");
  private static final PolicyBook BOOK = withCalendars(2010, 2035);

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      the clocks go back on 25 October 2026          | nca  | 2026-10-23T09:00:00Z | 2026-10-27T10:00:00Z
      the same, started in the hour that comes twice | nca  | 2026-10-25T00:30:00Z | 2026-10-27T01:30:00Z
      the clocks go forward on 29 March 2026         | nca  | 2026-03-27T10:00:00Z | 2026-03-31T09:00:00Z
      the same, at a time that the Sunday leaves out | 46   | 2026-03-27T01:30:00Z | 2026-03-31T00:30:00Z
      Easter: Good Friday and Easter Monday          | nca  | 2026-04-02T14:00:00Z | 2026-04-08T14:00:00Z
      Easter: Good Friday alone in Scotland          | 99   | 2026-04-02T14:00:00Z | 2026-04-07T14:00:00Z
      Easter in Northern Ireland                     | psni | 2026-04-02T14:00:00Z | 2026-04-08T14:00:00Z
      Saint Patrick in Northern Ireland              | psni | 2026-03-16T09:00:00Z | 2026-03-19T09:00:00Z
      Saint Patrick in England                       | 46   | 2026-03-16T09:00:00Z | 2026-03-18T09:00:00Z
      12 July 2026 is a Sunday: the Monday is free   | psni | 2026-07-10T09:00:00Z | 2026-07-15T09:00:00Z
      the same days in Wales                         | 62   | 2026-07-10T09:00:00Z | 2026-07-14T09:00:00Z
      2 January in Scotland                          | 99   | 2025-12-31T12:00:00Z | 2026-01-06T12:00:00Z
      2 January in England                           | btp  | 2025-12-31T12:00:00Z | 2026-01-05T12:00:00Z
      the summer holiday of Scotland is early        | 99   | 2026-07-31T09:00:00Z | 2026-08-05T09:00:00Z
      and of England late                            | nca  | 2026-07-31T09:00:00Z | 2026-08-04T09:00:00Z
      the summer holiday of England                  | nca  | 2026-08-28T09:00:00Z | 2026-09-02T09:00:00Z
      Saint Andrew in Scotland                       | 99   | 2026-11-27T12:00:00Z | 2026-12-02T12:00:00Z
      Saint Andrew in England                        | nca  | 2026-11-27T12:00:00Z | 2026-12-01T12:00:00Z
      Christmas 2027 is a weekend                    | nca  | 2027-12-24T16:00:00Z | 2027-12-30T16:00:00Z
      started on a Saturday                          | nca  | 2026-06-06T12:00:00Z | 2026-06-09T12:00:00Z
      """)
  void two_working_days(String when, String organisation, Instant started, Instant due) {
    assertThat(due(ClockName.UPSTREAM_ANSWER, Urgency.HIGH, organisation, started)).isEqualTo(due);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      over the night in October       | ENFORCEMENT_ACTION | VERY_HIGH | 2026-10-24T12:00:00Z | 2026-10-25T12:00:00Z
      over the night in March         | ENFORCEMENT_ACTION | VERY_HIGH | 2026-03-28T12:00:00Z | 2026-03-29T12:00:00Z
      over Easter, three days         | DISSEMINATE        | MEDIUM    | 2026-04-02T14:00:00Z | 2026-04-05T14:00:00Z
      over Christmas, urgent          | DISSEMINATE        | URGENT    | 2026-12-24T23:30:00Z | 2026-12-25T00:30:00Z
      thirty days from the end of May | ENFORCEMENT_ACTION | LOW       | 2026-05-31T08:00:00Z | 2026-06-30T08:00:00Z
      """)
  void elapsed_time_knows_no_calendar(
      String when, ClockName clock, Urgency urgency, Instant started, Instant due) {
    for (String organisation : List.of("nca", "46", "99", "psni"))
      assertThat(due(clock, urgency, organisation, started)).isEqualTo(due);
  }

  /** As published on gov.uk for the year. */
  @Test
  void the_holidays_of_2026_are_those_that_the_government_publishes() {
    assertThat(BankHolidays.of(Nation.ENGLAND_AND_WALES, 2026, 2026))
        .containsExactly(
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 4, 3),
            LocalDate.of(2026, 4, 6),
            LocalDate.of(2026, 5, 4),
            LocalDate.of(2026, 5, 25),
            LocalDate.of(2026, 8, 31),
            LocalDate.of(2026, 12, 25),
            LocalDate.of(2026, 12, 28));
    assertThat(BankHolidays.of(Nation.NORTHERN_IRELAND, 2026, 2026))
        .contains(LocalDate.of(2026, 3, 17), LocalDate.of(2026, 7, 13))
        .hasSize(10);
  }

  @Test
  void years_that_were_adopted_stay_as_they_were_and_later_ones_are_added() {
    var known =
        new CalendarAdopted(
            Nation.SCOTLAND,
            "scotland-2026-2026",
            Instant.EPOCH,
            2026,
            2026,
            List.of(LocalDate.of(2026, 6, 15)));
    var command = calendar(Nation.SCOTLAND, 2026, 2027);
    var next = (CalendarAdopted) ((Accepted) command.decide(known, NOW)).events().getFirst();
    assertThat(next.holidays())
        .startsWith(LocalDate.of(2026, 6, 15), LocalDate.of(2027, 1, 1))
        .noneMatch(day -> day.equals(LocalDate.of(2026, 1, 1)));
    assertThat(next.effectiveFrom()).isAfter(NOW);
    assertThat(calendar(Nation.SCOTLAND, 2026, 2026).decide(known, NOW))
        .isEqualTo(Decision.nothingToDo());
  }

  private static Instant due(
      ClockName clock, Urgency urgency, String organisation, Instant started) {
    return BOOK.due(clock, urgency, new OrganisationCode(organisation), started, started).at();
  }

  private static AdoptCalendar calendar(Nation nation, int first, int last) {
    return new AdoptCalendar(nation, first, last, BankHolidays.of(nation, first, last));
  }

  private static PolicyBook withCalendars(int first, int last) {
    PolicyBook book = Defaults.book();
    for (Nation nation : Nation.values())
      book =
          book.with(
              recorded(
                  ((Accepted) calendar(nation, first, last).decide(null, NOW))
                      .events()
                      .getFirst()));
    return book;
  }

  private static Recorded<BatonEvent> recorded(BatonEvent event) {
    return new Recorded<>(
        new EventId(UuidCreator.getTimeOrderedEpoch()),
        "/escalation-service",
        "calendar",
        null,
        0,
        NOW,
        NOW,
        Actor.system("test"),
        NCA,
        null,
        null,
        event);
  }
}
