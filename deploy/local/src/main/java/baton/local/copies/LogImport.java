package baton.local.copies;

import baton.contract.LogTopic;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.Topics;
import baton.journal.envelope.UnreadableEvent;
import baton.local.Brokers;
import baton.local.CopyMark;
import baton.local.Home;
import baton.local.HomeLock;
import baton.local.LocalBaton;
import baton.local.Trouble;
import baton.local.recovery.Sending;
import baton.parts.LogTopics;
import baton.proof.ProofLine.Tree;
import baton.proof.Verdict;
import baton.proof.Verifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Puts a whole log, event by event as it is verified, onto the empty log of an empty installation:
 * the same bytes in the same partitions in the same order. What the original's log repeated stands
 * there once. An import that was broken off begins anew.
 */
public final class LogImport {
  private static final int PARTITIONS = 12;
  private static final Set<String> TOPICS = Set.of(Topics.REGISTER, Topics.REFERRALS);

  private final Home home;
  private final String name;
  private final Consumer<String> tell;

  /**
   * @param name of the export, for people
   * @param tell takes one line about each step
   */
  public LogImport(Home home, String name, Consumer<String> tell) {
    this.home = home;
    this.name = name.replaceAll("[^\\x20-\\x7e]", "?");
    this.tell = tell;
  }

  /** Reads the export and its proof once, as it verifies them. */
  public interface Source {
    Verdict read(Verifier.Taker taker) throws IOException;
  }

  /**
   * @throws Trouble if there is anything that an import would mix with
   */
  public void requireEmpty() throws IOException {
    var mark = CopyMark.of(home);
    if (mark.isPresent() && !mark.get().whole()) return;
    if (mark.isPresent())
      throw new Trouble(
          "%s holds a copy already (%s); set BATON_HOME to another folder"
              .formatted(home.folder(), mark.get().of()));
    if (home.holdsData())
      throw new Trouble(
          "%s holds a Baton already; an import needs an empty one: set BATON_HOME to another folder"
              .formatted(home.folder()));
  }

  /**
   * What the export was found to be when it was verified before anything was changed.
   *
   * @param trees of the log, in the order of the export
   */
  public record Verified(Verdict.Holds verdict, long round, List<Tree> trees) {}

  /**
   * @return what the installation is now
   */
  public CopyMark run(Verified verified, Source source) throws IOException {
    requireWholeLog(verified);
    try (var _ = HomeLock.take(home)) {
      requireEmpty();
      if (home.holdsData()) {
        tell.accept("an import was broken off here; it begins anew");
        stopAndWipe();
      }
      mark(verified, false).write(home);
      var brokers = new LocalBaton(home, tell).brokers();
      tell.accept("starting Kafka");
      brokers.start();
      try {
        send(verified, source, brokers);
      } finally {
        brokers.stop();
      }
      CopyMark mark = mark(verified, true);
      mark.write(home);
      return mark;
    }
  }

  private void stopAndWipe() throws IOException {
    new LocalBaton(home, tell).brokers().stop();
    home.wipeData();
  }

  private void send(Verified verified, Source source, Brokers brokers) throws IOException {
    int partitions =
        verified.trees().stream()
            .filter(tree -> tree.topic().equals(Topics.REFERRALS))
            .mapToInt(tree -> tree.partition() + 1)
            .reduce(PARTITIONS, Math::max);
    LogTopics.create(brokers.operator(), partitions, brokers.numbers().size());
    try (var log = new Sending(brokers.operator())) {
      Verdict again = source.read((tree, value) -> log.send(record(tree, value)));
      log.flush();
      if (!again.equals(verified.verdict()))
        throw new Trouble("the export was changed while it was read; import again");
    }
  }

  private static ProducerRecord<byte[], byte[]> record(Tree tree, byte[] value) {
    if (value == null)
      throw new Trouble("the export has an event that is longer than any on a log of Baton's");
    return new ProducerRecord<>(tree.topic(), tree.partition(), key(value), value);
  }

  /** As whoever published it gave it; bytes that are no event have none. */
  private static byte[] key(byte[] value) {
    try {
      Envelope event = Envelope.parse(value);
      String key = event.referral() == null ? event.subject() : event.referral();
      return key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    } catch (UnreadableEvent none) {
      return null;
    }
  }

  /** A board can be told from all of the log only. */
  private static void requireWholeLog(Verified verified) {
    if (!verified.verdict().slice().whole())
      throw Trouble.unasked(
          "this is a slice (%s); an import needs the whole log: baton export FILE without a filter"
              .formatted(verified.verdict().slice()));
    Map<String, String> topics = new HashMap<>();
    for (Tree tree : verified.trees()) {
      if (!TOPICS.contains(tree.topic()))
        throw Trouble.unasked(
            tree.topic() + " is no topic that this version of Baton can import; take a newer one");
      if (LogTopic.REGISTER.topic().equals(tree.topic()) && tree.partition() != 0)
        throw Trouble.unasked("the register of a Baton has one partition; this is no log of one");
      String before = topics.putIfAbsent(tree.topic(), tree.topicId());
      if (before != null && !before.equals(tree.topicId()))
        throw Trouble.unasked(
            "the export has %s twice, from before and after it was written again; export anew"
                .formatted(tree.topic()));
    }
  }

  private CopyMark mark(Verified verified, boolean whole) {
    String of =
        "imported from %s: %d events up to checkpoint round %d"
            .formatted(name, verified.verdict().events(), verified.round());
    return new CopyMark(
        whole, of, verified.verdict().events(), verified.round(), Instant.now().toString());
  }
}
