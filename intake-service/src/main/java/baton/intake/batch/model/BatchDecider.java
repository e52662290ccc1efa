package baton.intake.batch.model;

import static baton.decision.Decision.accept;
import static baton.decision.Decision.nothingToDo;
import static baton.decision.Decision.refuse;

import baton.contract.OrganisationCode;
import baton.contract.intake.BatchOpened;
import baton.contract.intake.BatchReceived;
import baton.decision.Decision;
import baton.decision.Refusal;
import baton.intake.batch.model.BatchCommand.CloseBatch;
import baton.intake.batch.model.BatchCommand.OpenBatch;

/** A package is opened once, and received once unless sending it again brings something new. */
public final class BatchDecider {

  private BatchDecider() {}

  public static Decision open(OpenBatch command) {
    return accept(new BatchOpened(command.batch(), command.name(), command.agency()));
  }

  public static Decision close(CloseBatch command, Batch batch) {
    return switch (batch) {
      case Batch.Unopened _ ->
          refuse(Refusal.conflict("batch-not-open", "this batch was never opened"));
      case Batch.Open open -> received(command, open.agency());
      case Batch.Received again when command.counts().tellsSomethingNew() ->
          received(command, again.agency());
      case Batch.Received _ -> nothingToDo();
    };
  }

  private static Decision received(CloseBatch command, OrganisationCode agency) {
    Counts counts = command.counts();
    return accept(
        new BatchReceived(
            command.batch(),
            agency,
            counts.received(),
            counts.created(),
            counts.repeated(),
            counts.amended(),
            counts.rejected()));
  }
}
