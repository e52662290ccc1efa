package baton.escalation.custody;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.OrganisationCode;
import baton.custody.Custody;
import baton.escalation.fixtures.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CustodyQueryTest {
  private static final Instant T = Instant.parse("2026-01-01T08:00:00Z");

  private final Custody atDesk =
      new Story().receivedAndOpened(T).offeredToAssessor(T.plusSeconds(5)).custody();
  private final Custody withAssessor =
      new Story().receivedAndOpened(T).assessorAccepted(T.plusSeconds(5)).custody();

  @Test
  void any_of_the_states_is_enough() {
    var query = states(CustodyState.UNOWNED, CustodyState.WAITING_ACCEPTANCE);

    assertThat(query.matches(BoardEntry.of(atDesk, T))).isTrue();
    assertThat(query.matches(BoardEntry.of(withAssessor, T))).isFalse();
  }

  @Test
  void a_post_is_no_person() {
    assertThat(states(CustodyState.WITHOUT_PERSON).matches(BoardEntry.of(atDesk, T))).isTrue();
    assertThat(states(CustodyState.WITHOUT_PERSON).matches(BoardEntry.of(withAssessor, T)))
        .isFalse();
  }

  @Test
  void it_is_overdue_once_a_limit_has_passed() {
    Instant due = T.plus(Duration.ofHours(4));

    assertThat(states(CustodyState.OVERDUE).matches(BoardEntry.of(atDesk, due))).isFalse();
    assertThat(states(CustodyState.OVERDUE).matches(BoardEntry.of(atDesk, due.plusNanos(1_000))))
        .isTrue();
  }

  @Test
  void it_is_dormant_once_nobody_has_worked_on_it_for_thirty_days() {
    Instant due = T.plus(Duration.ofDays(30));

    assertThat(states(CustodyState.DORMANT).matches(BoardEntry.of(atDesk, due))).isFalse();
    assertThat(states(CustodyState.DORMANT).matches(BoardEntry.of(atDesk, due.plusNanos(1_000))))
        .isTrue();
  }

  @Test
  void the_custodian_may_be_named_by_person_team_post_or_organisation() {
    for (String name : new String[] {"p-1001", "referrals-desk", "nca"})
      assertThat(custodian(name).matches(BoardEntry.of(withAssessor, T))).as(name).isTrue();
    assertThat(custodian("referrals-desk").matches(BoardEntry.of(atDesk, T))).isTrue();
    assertThat(custodian("p-1002").matches(BoardEntry.of(withAssessor, T))).isFalse();
  }

  @Test
  void what_concerns_another_organisation_is_not_seen() {
    assertThat(
            CustodyQuery.everything(new OrganisationCode("46")).matches(BoardEntry.of(atDesk, T)))
        .isFalse();
    assertThat(CustodyQuery.everything(OrganisationCode.NCA).matches(BoardEntry.of(atDesk, T)))
        .isTrue();
    assertThat(CustodyQuery.everything(null).matches(BoardEntry.of(atDesk, T))).isTrue();
  }

  private static CustodyQuery states(CustodyState... states) {
    return new CustodyQuery(Set.of(states), null, null, null, null);
  }

  private static CustodyQuery custodian(String name) {
    return new CustodyQuery(Set.of(), null, null, name, null);
  }
}
