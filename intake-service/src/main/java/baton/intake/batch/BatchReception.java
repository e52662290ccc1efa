package baton.intake.batch;

import baton.contract.BatchId;
import baton.contract.OrganisationCode;
import baton.intake.batch.BatchReceipt.Tally;
import baton.intake.batch.ChunkStore.Package;
import baton.intake.batch.LineReading.Bad;
import baton.intake.batch.LineReading.Good;
import baton.intake.batch.model.BatchCommand.CloseBatch;
import baton.intake.batch.model.BatchCommand.OpenBatch;
import baton.journal.clock.BusinessClock;
import baton.journal.store.EventTooLarge;
import baton.journal.store.Transactions;
import baton.platform.Attempts;
import baton.platform.BatonConfig;
import baton.platform.Commands;
import baton.platform.limits.Lines;
import baton.platform.limits.Lines.Line;
import baton.platform.quota.Pace;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes a package while it is being sent. What is stored stays stored, whatever happens to the rest
 * of the upload; no transaction is open while the sender is waited for.
 */
@ApplicationScoped
public class BatchReception {

  private final BatchKeys keys;
  private final ChunkStore chunks;
  private final Commands commands;
  private final Attempts attempts;
  private final Transactions transactions;
  private final BusinessClock clock;
  private final Pace pace;
  private final int lineMax;

  public BatchReception(
      BatchKeys keys,
      ChunkStore chunks,
      Commands commands,
      Attempts attempts,
      Transactions transactions,
      BusinessClock clock,
      Pace pace,
      BatonConfig config) {
    this.keys = keys;
    this.chunks = chunks;
    this.commands = commands;
    this.attempts = attempts;
    this.transactions = transactions;
    this.clock = clock;
    this.pace = pace;
    this.lineMax = config.http().bodyMax();
  }

  /**
   * @param forms asked once for every few hundred lines how these are read
   * @param name what the sender calls it, or null
   * @param key under which an upload that broke off is resumed, or null
   * @throws IOException if the upload breaks off
   */
  BatchReceipt receive(
      Supplier<LineReading.Form> forms,
      OrganisationCode agency,
      String name,
      String key,
      InputStream upload)
      throws IOException {
    Package batch = attempts.inTransaction(() -> open(agency, name, key));
    var tally = new Tally();
    var lines = new Lines(upload, lineMax);
    for (var chunk = lines.nextChunk(); !chunk.isEmpty(); chunk = lines.nextChunk()) {
      pace.keep(agency, chunk.size());
      take(batch, forms.get(), chunk, tally);
    }
    commands.send(new CloseBatch(batch.id(), tally.counts()));
    return tally.receipt(batch.id());
  }

  private Package open(OrganisationCode agency, String name, String key) {
    if (key != null) {
      Optional<BatchId> begun = keys.find(agency, key, transactions.connection());
      if (begun.isPresent()) return new Package(begun.get(), agency, true);
    }
    var id = new BatchId(UuidCreator.getTimeOrderedEpoch());
    commands.send(new OpenBatch(id, name, agency));
    if (key != null) keys.keep(agency, key, id, transactions.connection());
    return new Package(id, agency, false);
  }

  private void take(Package batch, LineReading.Form form, List<Line> chunk, Tally tally) {
    var good = new ArrayList<Good>();
    for (Line line : chunk) {
      switch (LineReading.of(line, form, clock.instant(), lineMax)) {
        case Good read -> good.add(read);
        case Bad bad -> tally.rejected(bad.problem());
      }
    }
    if (good.isEmpty()) return;
    try {
      tally.add(chunks.store(batch, good));
    } catch (EventTooLarge oneOfThem) {
      good.forEach(line -> takeAlone(batch, line, tally));
    }
  }

  private void takeAlone(Package batch, Good line, Tally tally) {
    try {
      tally.add(chunks.store(batch, List.of(line)));
    } catch (EventTooLarge e) {
      tally.rejected(
          LineProblem.of(
              line.line(),
              "too-large",
              "sealed and encoded, this line takes "
                  + e.bytes()
                  + " bytes, more than one event may have"));
    }
  }
}
