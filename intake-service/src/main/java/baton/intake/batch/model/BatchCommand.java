package baton.intake.batch.model;

import baton.contract.BatchId;
import baton.contract.OrganisationCode;
import baton.decision.Command;

/** What a sender does with a package. */
public sealed interface BatchCommand extends Command {

  BatchId batch();

  @Override
  default String stream() {
    return batch().toString();
  }

  /**
   * @param name what the sender calls it, or null
   */
  record OpenBatch(BatchId batch, String name, OrganisationCode agency) implements BatchCommand {}

  /** The last line was read. */
  record CloseBatch(BatchId batch, Counts counts) implements BatchCommand {}
}
