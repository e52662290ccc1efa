package baton.escalation.notices.model;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.FindingKind;
import baton.contract.escalation.Rung;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NoticeRulesTest {
  private static final FindingKind KIND = FindingKind.CLOCK_EXPIRED;

  @Test
  void inspectors_and_above_are_told_at_once_only_of_what_cannot_wait() {
    assertThat(NoticeRule.atOnce(Rung.SERGEANT, KIND, false, Grade.LOW)).isTrue();
    assertThat(NoticeRule.atOnce(Rung.INSPECTOR, KIND, false, Grade.HIGH)).isFalse();
    assertThat(NoticeRule.atOnce(Rung.INSPECTOR, KIND, true, Grade.HIGH)).isTrue();
    assertThat(NoticeRule.atOnce(Rung.CHIEF_OFFICER, KIND, false, Grade.VERY_HIGH)).isTrue();
    assertThat(NoticeRule.atOnce(Rung.INSPECTOR, FindingKind.NO_CUSTODIAN, false, null)).isTrue();
  }

  @Test
  void a_digest_is_due_at_eight_in_london_summer_and_winter() {
    var eight = LocalTime.of(8, 0);

    assertThat(DigestTime.last(eight, Instant.parse("2026-01-05T08:00:00Z")))
        .isEqualTo("2026-01-05T08:00:00Z");
    assertThat(DigestTime.last(eight, Instant.parse("2026-01-05T07:59:59Z")))
        .isEqualTo("2026-01-04T08:00:00Z");
    assertThat(DigestTime.last(eight, Instant.parse("2026-07-05T07:30:00Z")))
        .isEqualTo("2026-07-05T07:00:00Z");
  }

  @Test
  void a_mail_says_number_clock_and_link() {
    var notice =
        new Notice(
            UUID.fromString("0199c0de-0000-7000-8000-000000000001"),
            "baton.escalation-climbed",
            Instant.parse("2026-01-05T08:00:00Z"),
            Rung.SERGEANT,
            new OrganisationCode("46"),
            null,
            null,
            "duty-inspector",
            "SPADE-0001",
            KIND,
            ClockName.TRIAGE,
            Instant.parse("2026-01-05T07:00:00Z"),
            1,
            true,
            "http://localhost:8084/escalations?referral=r-1",
            List.of());

    assertThat(MailText.subject(notice))
        .isEqualTo("Baton: clock expired (triage), SPADE-0001 (46)");
    assertThat(MailText.text(notice))
        .isEqualTo(
            """
            Told: sergeant of 46, duty-inspector
            Number: SPADE-0001
            Finding: clock expired (triage)
            Due: 2026-01-05T07:00:00Z
            Look: http://localhost:8084/escalations?referral=r-1
            Notice: 0199c0de-0000-7000-8000-000000000001
            """);
  }
}
