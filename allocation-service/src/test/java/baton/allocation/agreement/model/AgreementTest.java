package baton.allocation.agreement.model;

import static baton.decision.Decision.accept;
import static baton.decision.Decision.nothingToDo;
import static org.assertj.core.api.Assertions.assertThat;

import baton.allocation.agreement.model.Agreement.FormJointUnit;
import baton.allocation.agreement.model.Agreement.NameTieBreaker;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.allocation.JointUnitFormed;
import baton.contract.allocation.TieBreakerNamed;
import baton.decision.Decision.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private static final OrganisationCode KENT = OrganisationCode.of("46");
  private static final OrganisationCode ESSEX = OrganisationCode.of("42");
  private static final OrganisationCode SEROC = OrganisationCode.of("seroc");
  private static final PersonId JUDGE = PersonId.of("p-judge");

  @Test
  void the_pair_is_one_stream_whichever_is_named_first() {
    assertThat(naming(KENT, ESSEX, true).stream()).isEqualTo(naming(ESSEX, KENT, true).stream());
  }

  @Test
  void a_tie_breaker_is_named_once_and_exists() {
    var named = new TieBreakerNamed(KENT, ESSEX, OrganisationCode.NCA, JUDGE);
    assertThat(Agreement.NONE.decide(naming(KENT, ESSEX, true))).isEqualTo(accept(named));
    assertThat(new Agreement(named).decide(naming(KENT, ESSEX, true))).isEqualTo(nothingToDo());
    assertThat(Agreement.NONE.decide(naming(KENT, ESSEX, false))).isInstanceOf(Refused.class);
    assertThat(Agreement.NONE.decide(naming(KENT, KENT, true))).isInstanceOf(Refused.class);
  }

  @Test
  void a_joint_unit_covers_others_in_whatever_order_they_are_named() {
    var formed = new JointUnitFormed(SEROC, List.of(ESSEX, KENT));
    assertThat(Agreement.NONE.decide(new FormJointUnit(SEROC, List.of(KENT, ESSEX, KENT))))
        .isEqualTo(accept(formed));
    assertThat(new Agreement(formed).decide(new FormJointUnit(SEROC, List.of(ESSEX, KENT))))
        .isEqualTo(nothingToDo());
    assertThat(Agreement.NONE.decide(new FormJointUnit(SEROC, List.of(SEROC))))
        .isInstanceOf(Refused.class);
  }

  private static NameTieBreaker naming(
      OrganisationCode one, OrganisationCode other, boolean known) {
    return new NameTieBreaker(one, other, OrganisationCode.NCA, JUDGE, known);
  }
}
