package baton.allocation.notices.model;

import static org.assertj.core.api.Assertions.assertThat;

import baton.allocation.notices.model.DutyMail.Waiting;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DutyMailTextTest {
  private static final OrganisationCode KENT = OrganisationCode.of("46");
  private static final ReferralId ONE = ReferralId.of("0199aaaa-0000-7000-8000-000000000001");
  private static final ReferralId TWO = ReferralId.of("0199aaaa-0000-7000-8000-000000000002");

  @Test
  void it_lists_numbers_and_links_and_says_in_the_subject_what_is_urgent() {
    var mail =
        DutyMail.disseminated(
            KENT,
            List.of(
                new Waiting(ONE, "SPADE-0001", 1, false), new Waiting(TWO, "SPADE-0002", 3, true)),
            true,
            "https://baton.example");
    assertThat(mail.subject()).isEqualTo("Baton: 2 referrals (urgent) disseminated to 46");
    assertThat(mail.text())
        .contains("SPADE-0001, dissemination 1: https://baton.example/cases/" + ONE)
        .contains("SPADE-0002, dissemination 3, urgent: https://baton.example/cases/" + TWO)
        .contains("There are more")
        .contains("https://baton.example/cases?state=disseminated&force=46");
  }

  @Test
  void one_is_one() {
    var mail =
        DutyMail.disseminated(
            KENT, List.of(new Waiting(ONE, "SPADE-0001", 1, false)), false, "https://b.example");
    assertThat(mail.subject()).isEqualTo("Baton: 1 referral disseminated to 46");
    assertThat(mail.text()).doesNotContain("There are more");
  }
}
