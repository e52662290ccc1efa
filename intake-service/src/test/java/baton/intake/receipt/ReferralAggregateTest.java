package baton.intake.receipt;

import static baton.decision.Decision.nothingToDo;
import static org.axonframework.test.matchers.Matchers.exactSequenceOf;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;
import static org.axonframework.test.matchers.Matchers.predicate;

import baton.contract.BatchId;
import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import baton.contract.intake.ReceiptRepeated;
import baton.contract.intake.ReferralAmended;
import baton.contract.intake.ReferralOriginated;
import baton.contract.intake.ReferralReceived;
import baton.contract.risk.ForceDetermined;
import baton.decision.Command;
import baton.intake.receipt.model.Origin;
import baton.intake.receipt.model.ReceiptCommand.ReceiveAgain;
import baton.intake.receipt.model.ReceiptCommand.ReceiveReferral;
import baton.intake.receipt.model.Submission;
import java.time.Instant;
import java.util.Map;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ReferralAggregateTest {

  private static final ReferralId ID = ReferralId.of("01936000-0000-7000-8000-000000000001");
  private static final OrganisationCode TORONTO = OrganisationCode.of("toronto-police");
  private static final OrganisationCode KENT = OrganisationCode.of("46");
  private static final Instant MARCH = Instant.parse("2026-03-01T09:00:00Z");
  private static final BatchId SPADE = BatchId.of("01936000-0000-7000-8000-00000000000b");
  private static final String NUMBER = "R-0000-0000-0001";

  private final FixtureConfiguration<ReferralAggregate> fixture =
      new AggregateTestFixture<>(ReferralAggregate.class)
          .registerCommandTargetResolver(
              message ->
                  new VersionedAggregateIdentifier(
                      ((Command) message.getPayload()).stream(), null));

  @Test
  void the_first_time_it_is_received() {
    fixture
        .givenNoPriorActivity()
        .when(new ReceiveReferral(ID, TORONTO, submission(null), "hash", null, null))
        .expectEvents(received());
  }

  @Test
  void the_force_that_it_names_is_determined_with_it() {
    fixture
        .givenNoPriorActivity()
        .when(new ReceiveReferral(ID, TORONTO, submission("46"), "hash", null, null))
        .expectEventsMatching(
            payloadsMatching(
                exactSequenceOf(
                    predicate(ReferralReceived.class::isInstance),
                    predicate(ForceDetermined.class::isInstance))));
  }

  @Test
  void what_a_force_brings_in_itself_is_its_own_at_once_whichever_force_it_names() {
    var origin =
        new Origin(KENT, null, PersonId.of("p-kim"), MARCH, Grade.LOW, "records", "46/1", "kent");
    fixture
        .givenNoPriorActivity()
        .when(new ReceiveReferral(ID, KENT, submission("42"), "hash", null, origin))
        .expectEventsMatching(
            payloadsMatching(
                exactSequenceOf(
                    predicate(ReferralReceived.class::isInstance),
                    predicate(
                        new ReferralOriginated(
                                ID,
                                KENT,
                                null,
                                PersonId.of("p-kim"),
                                MARCH,
                                Grade.LOW,
                                "records",
                                "46/1",
                                "kent")
                            ::equals))));
  }

  @Test
  void however_little_was_said_the_first_event_gives_the_referral_its_key() {
    fixture
        .givenNoPriorActivity()
        .when(new ReceiveReferral(ID, TORONTO, submission(null), "hash", null, null))
        .expectEventsMatching(
            payloadsMatching(
                exactSequenceOf(
                    predicate(
                        e ->
                            e instanceof ReferralReceived received
                                && received.sealed().isOpen()))));
  }

  @Test
  void sent_again_it_gets_one_receipt_more() {
    fixture
        .given(received())
        .when(new ReceiveAgain(ID, submission(null), "hash", null, false))
        .expectEvents(new ReceiptRepeated(ID, NUMBER + "/2", null));
  }

  @Test
  void sent_with_other_content_it_is_amended() {
    fixture
        .given(received(), new ReceiptRepeated(ID, NUMBER + "/2", null))
        .when(new ReceiveAgain(ID, submission("46"), "other", null, false))
        .expectEventsMatching(
            payloadsMatching(
                exactSequenceOf(
                    predicate(
                        e ->
                            e instanceof ReferralAmended amended
                                && amended.version() == 2
                                && amended.receiptNumber().equals(NUMBER + "/3")
                                && amended.contentHashBefore().equals("hash")))));
  }

  @Test
  void a_line_that_a_resumed_package_brought_before_is_not_recorded_again() {
    fixture
        .given(received(), new ReceiptRepeated(ID, NUMBER + "/2", SPADE))
        .when(new ReceiveAgain(ID, submission(null), "hash", SPADE, true))
        .expectNoEvents()
        .expectResultMessagePayload(nothingToDo());
  }

  @Test
  void a_package_that_names_it_twice_repeats_it() {
    fixture
        .given(received(), new ReceiptRepeated(ID, NUMBER + "/2", SPADE))
        .when(new ReceiveAgain(ID, submission(null), "hash", SPADE, false))
        .expectEvents(new ReceiptRepeated(ID, NUMBER + "/3", SPADE));
  }

  private static ReferralReceived received() {
    Submission said = submission(null);
    return new ReferralReceived(
        ID,
        TORONTO,
        said.reference(),
        NUMBER,
        said.type(),
        null,
        true,
        false,
        false,
        false,
        null,
        null,
        "hash",
        Sealed.open(said.details()));
  }

  private static Submission submission(String force) {
    Map<String, Object> fields =
        force == null
            ? Map.of("reference", "SYNTHETIC-1", "type", "ENTICEMENT")
            : Map.of("reference", "SYNTHETIC-1", "type", "ENTICEMENT", "force", force);
    return ((Submission.Reading.Taken)
            Submission.read(fields, Instant.parse("2026-11-21T12:00:00Z")))
        .submission();
  }
}
