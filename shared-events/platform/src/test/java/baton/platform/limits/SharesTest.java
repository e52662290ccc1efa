package baton.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.OrganisationCode;
import baton.platform.limits.Shares.Share;
import org.junit.jupiter.api.Test;

class SharesTest {
  private static final OrganisationCode NCA = OrganisationCode.NCA;
  private static final OrganisationCode KENT = OrganisationCode.of("46");
  private static final OrganisationCode ESSEX = OrganisationCode.of("42");

  private final Shares shares = new Shares(3, 2);

  @Test
  void an_organisation_has_its_own_and_everybody_together_no_more_than_all() {
    assertThat(shares.take(NCA)).isEqualTo(Share.TAKEN);
    assertThat(shares.take(NCA)).isEqualTo(Share.TAKEN);
    assertThat(shares.take(NCA)).isEqualTo(Share.OWN_ARE_TAKEN);
    assertThat(shares.take(KENT)).isEqualTo(Share.TAKEN);
    assertThat(shares.take(ESSEX)).isEqualTo(Share.ALL_ARE_TAKEN);
  }

  @Test
  void what_is_given_back_another_may_have() {
    for (int i = 0; i < 2; i++) shares.take(NCA);
    shares.take(KENT);
    shares.giveBack(NCA);
    assertThat(shares.take(ESSEX)).isEqualTo(Share.TAKEN);
    assertThat(shares.take(NCA)).isEqualTo(Share.ALL_ARE_TAKEN);
    shares.giveBack(KENT);
    assertThat(shares.take(NCA)).isEqualTo(Share.TAKEN);
  }
}
