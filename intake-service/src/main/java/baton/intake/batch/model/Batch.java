package baton.intake.batch.model;

import baton.contract.OrganisationCode;
import baton.contract.intake.BatchEvent;
import baton.contract.intake.BatchOpened;
import baton.contract.intake.BatchReceived;

/** A package of referrals as intake knows it. */
public sealed interface Batch {

  record Unopened() implements Batch {}

  /** Being sent, or broken off. */
  record Open(OrganisationCode agency) implements Batch {}

  /** Read to its end. */
  record Received(OrganisationCode agency) implements Batch {}

  static Batch evolve(Batch current, BatchEvent event) {
    return switch (event) {
      case BatchOpened e -> new Open(e.agency());
      case BatchReceived e -> new Received(e.agency());
    };
  }
}
