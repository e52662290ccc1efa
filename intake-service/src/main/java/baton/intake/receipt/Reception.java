package baton.intake.receipt;

import baton.contract.OrganisationCode;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.contract.intake.ReceiptRepeated;
import baton.contract.intake.ReferralAmended;
import baton.contract.intake.ReferralReceived;
import baton.intake.receipt.Receipt.Outcome;
import baton.intake.receipt.model.Origin;
import baton.intake.receipt.model.ReceiptCommand.ReceiveAgain;
import baton.intake.receipt.model.ReceiptCommand.ReceiveReferral;
import baton.journal.store.Transactions;
import baton.platform.Attempts;
import baton.platform.Commands;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Takes one referral from who sends it: the first time, again, or changed. */
@ApplicationScoped
public class Reception {

  private final Registry registry;
  private final Commands commands;
  private final Attempts attempts;
  private final Transactions transactions;

  public Reception(
      Registry registry, Commands commands, Attempts attempts, Transactions transactions) {
    this.registry = registry;
    this.commands = commands;
    this.attempts = attempts;
    this.transactions = transactions;
  }

  /**
   * @param origin who has it from now on if it is new, where the organisation brings it in itself;
   *     else null
   */
  public Receipt receive(OrganisationCode agency, Incoming incoming, Origin origin) {
    return attempts.inTransaction(() -> inTransaction(agency, incoming, origin));
  }

  /** UUIDv7: ids sort by the time of receipt. */
  public static ReferralId newReferral() {
    return new ReferralId(UuidCreator.getTimeOrderedEpoch());
  }

  private Receipt inTransaction(OrganisationCode agency, Incoming incoming, Origin origin) {
    String reference = incoming.submission().reference();
    Registry.Entry known =
        registry.find(agency, List.of(reference), transactions.connection()).get(reference);
    return known == null ? first(agency, incoming, origin) : again(known, incoming);
  }

  private Receipt first(OrganisationCode agency, Incoming incoming, Origin origin) {
    ReferralId id = newReferral();
    var command =
        new ReceiveReferral(
            id, agency, incoming.submission(), incoming.contentHash(id), null, origin);
    var executed = commands.send(command);
    String number = executed.event(ReferralReceived.class).receiptNumber();
    Recorded<?> received = executed.events().getFirst();
    return new Receipt(
        id,
        number,
        Outcome.created,
        received.recordedTime(),
        incoming.submission().remarks(),
        incoming.submission().kept());
  }

  private Receipt again(Registry.Entry known, Incoming incoming) {
    ReferralId id = known.referral();
    var executed =
        commands.send(
            new ReceiveAgain(id, incoming.submission(), incoming.contentHash(id), null, false));
    ReferralAmended amended = executed.event(ReferralAmended.class);
    return new Receipt(
        id,
        amended != null
            ? amended.receiptNumber()
            : executed.event(ReceiptRepeated.class).receiptNumber(),
        amended != null ? Outcome.amended : Outcome.repeated,
        known.receivedAt(),
        incoming.submission().remarks(),
        incoming.submission().kept());
  }
}
