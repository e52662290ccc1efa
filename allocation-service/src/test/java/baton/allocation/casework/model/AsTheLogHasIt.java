package baton.allocation.casework.model;

import static baton.allocation.casework.model.CaseFixture.NOW;
import static baton.allocation.casework.model.CaseFixture.REFERRAL;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.Actor;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.Recorded;
import baton.contract.allocation.AllocationEvent;
import baton.custody.Custody;
import baton.policy.file.Defaults;
import baton.roster.Cover;
import java.time.Instant;
import java.util.UUID;

/** The custody that everybody folds from the log, beside what a case says of itself. */
final class AsTheLogHasIt {
  private Custody custody = Custody.none(REFERRAL);
  private Instant now = NOW;
  private long sequence;

  void read(AllocationEvent event) {
    now = now.plusSeconds(1);
    var recorded =
        new Recorded<>(
            new EventId(new UUID(0x0199aa0000007000L, 0x8000000000000000L + sequence)),
            "/allocation-service",
            REFERRAL.toString(),
            REFERRAL,
            sequence++,
            now,
            now,
            Actor.system("test"),
            OrganisationCode.BATON,
            null,
            null,
            event);
    custody = Custody.evolve(custody, recorded, Defaults.book());
  }

  /** Who has it at the NCA is for risk-service's events to say, which are not read here. */
  void agreesWith(Case.Opened state, String where) {
    switch (state) {
      case Case.AtNca _ -> {}
      case Case.AtTieBreaker at -> assertHas(at.holder(), where);
      case Case.AtForce at when at.isOutside() ->
          assertThat(custody.custodian().organisation()).as(where).isEqualTo(at.force());
      case Case.AtForce at -> assertHas(at.holder(), where);
      case Case.Concluded _ -> assertThat(custody.custodian()).as(where).isNull();
    }
  }

  private void assertHas(Cover holder, String where) {
    assertThat(Cover.of(custody.custodian())).as(where).isEqualTo(holder);
  }
}
