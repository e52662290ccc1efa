package baton.intake.batch;

import baton.contract.BatchId;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.intake.ReferralAmended;
import baton.decision.Decision;
import baton.intake.batch.LineReading.Good;
import baton.intake.batch.model.Counts;
import baton.intake.receipt.Incoming;
import baton.intake.receipt.Reception;
import baton.intake.receipt.Registry;
import baton.intake.receipt.model.ReceiptCommand.ReceiveAgain;
import baton.intake.receipt.model.ReceiptCommand.ReceiveReferral;
import baton.journal.store.Transactions;
import baton.platform.Commands;
import baton.platform.Commands.Together;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Stores up to 500 lines of a package: one transaction, one append. */
@ApplicationScoped
class ChunkStore {

  private final Registry registry;
  private final Commands commands;
  private final Transactions transactions;

  ChunkStore(Registry registry, Commands commands, Transactions transactions) {
    this.registry = registry;
    this.commands = commands;
    this.transactions = transactions;
  }

  /**
   * @param resumed the package was begun before and broke off
   */
  record Package(BatchId id, OrganisationCode agency, boolean resumed) {}

  Counts store(Package batch, List<Good> lines) {
    return commands.together(together -> inTransaction(batch, lines, together));
  }

  private Counts inTransaction(Package batch, List<Good> lines, Together together) {
    var references =
        lines.stream()
            .map(line -> line.incoming().submission().reference())
            .collect(Collectors.toSet());
    Map<String, Registry.Entry> known =
        registry.find(batch.agency(), references, transactions.connection());
    var created = new HashMap<String, ReferralId>();
    Counts counts = Counts.NONE;
    for (Good line : lines) {
      Incoming incoming = line.incoming();
      String reference = incoming.submission().reference();
      Registry.Entry entry = known.get(reference);
      if (entry != null && storedByThis(batch, entry, incoming)) counts = counts.plusRepeated();
      else if (entry != null) counts = again(counts, batch, entry.referral(), incoming, together);
      else if (created.containsKey(reference))
        counts = again(counts, batch, created.get(reference), incoming, together);
      else {
        created.put(reference, first(batch, line, together));
        counts = counts.plusCreated();
      }
    }
    return counts;
  }

  /** A line that the package brought before it broke off: nothing is recorded for it. */
  private static boolean storedByThis(Package batch, Registry.Entry entry, Incoming incoming) {
    return batch.resumed()
        && batch.id().equals(entry.batch())
        && entry.contentHash().equals(incoming.contentHash(entry.referral()));
  }

  private static ReferralId first(Package batch, Good line, Together together) {
    ReferralId id = Reception.newReferral();
    Incoming incoming = line.incoming();
    together.send(
        new ReceiveReferral(
            id,
            batch.agency(),
            incoming.submission(),
            incoming.contentHash(id),
            batch.id(),
            line.origin()));
    return id;
  }

  private static Counts again(
      Counts counts, Package batch, ReferralId id, Incoming incoming, Together together) {
    Decision decision =
        together.send(
            new ReceiveAgain(
                id, incoming.submission(), incoming.contentHash(id), batch.id(), batch.resumed()));
    boolean amended =
        decision instanceof Decision.Accepted accepted
            && accepted.events().getFirst() instanceof ReferralAmended;
    return amended ? counts.plusAmended() : counts.plusRepeated();
  }
}
