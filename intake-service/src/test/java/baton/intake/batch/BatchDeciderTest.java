package baton.intake.batch;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.BatchId;
import baton.contract.OrganisationCode;
import baton.contract.intake.BatchReceived;
import baton.decision.Decision;
import baton.intake.batch.model.Batch;
import baton.intake.batch.model.BatchCommand.CloseBatch;
import baton.intake.batch.model.BatchDecider;
import baton.intake.batch.model.Counts;
import org.junit.jupiter.api.Test;

class BatchDeciderTest {

  private static final BatchId ID = BatchId.of("01936000-0000-7000-8000-00000000000b");
  private static final OrganisationCode TORONTO = OrganisationCode.of("toronto-police");

  @Test
  void an_open_package_is_received_with_its_counts() {
    assertThat(close(new Batch.Open(TORONTO), new Counts(5, 3, 1, 0, 1)))
        .isEqualTo(Decision.accept(new BatchReceived(ID, TORONTO, 5, 3, 1, 0, 1)));
  }

  @Test
  void sent_again_without_anything_new_it_is_received_once() {
    assertThat(close(new Batch.Received(TORONTO), new Counts(5, 0, 4, 0, 1)))
        .isEqualTo(Decision.nothingToDo());
  }

  @Test
  void sent_again_with_something_new_it_is_received_again() {
    assertThat(close(new Batch.Received(TORONTO), new Counts(5, 1, 4, 0, 0)))
        .isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void what_was_never_opened_is_not_closed() {
    assertThat(close(new Batch.Unopened(), Counts.NONE)).isInstanceOf(Decision.Refused.class);
  }

  private static Decision close(Batch batch, Counts counts) {
    return BatchDecider.close(new CloseBatch(ID, counts), batch);
  }
}
