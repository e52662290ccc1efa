package baton.replay;

import static org.assertj.core.api.Assertions.assertThat;

import baton.parts.LocalBroker;
import baton.parts.Ports;
import baton.replay.RandomLog.Told;
import baton.replay.model.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker whose disk comes back as it was before: the topic is the same, the log is not. */
class FootingTest {
  private static final LogReplay.Watcher NOBODY = new LogReplay.Watcher() {};

  private final List<Told> log =
      new RandomLog(Long.getLong("baton.seed", ThreadLocalRandom.current().nextLong()), true)
          .referrals(60, 20);

  @TempDir Path folder;
  private int port;
  private LocalBroker broker;

  @BeforeEach
  void start() throws IOException {
    port = Ports.free();
    broker = broker();
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void a_snapshot_is_used_only_while_the_log_that_it_stands_on_is_there() throws IOException {
    var topic = new ToldTopic(broker.bootstrap(), "replay-footing");
    topic.make();
    int third = log.size() / 3;
    topic.tell(log.subList(0, third));
    broker.close();
    Path past = folder.resolve("past");
    copy(data(), past);
    broker = broker();
    topic.tell(log.subList(third, 2 * third));
    var settings =
        ReplaySettings.atOpenBroker(broker.bootstrap(), new Ledger.Size(2, 100, 64 << 20))
            .reading(topic.name());
    var snapshots = new Snapshots(folder.resolve("snapshots"), 2);
    var replay = new LogReplay(settings);
    replay.readTo(replay.ends(), NOBODY);
    snapshots.write(replay);
    topic.tell(log.subList(2 * third, log.size()));
    assertThat(snapshots.open(settings).readTo()).as("it went on").isEqualTo(replay.readTo());

    broker.close();
    Files.move(data(), folder.resolve("lost"));
    Files.move(past, data());
    broker = broker();
    assertThat(snapshots.open(settings).readTo()).as("it is shorter").isEmpty();
    topic.tell(log.subList(2 * third, log.size()));
    topic.tell(log.subList(third, log.size()));
    assertThat(snapshots.open(settings).readTo()).as("it is longer, and another").isEmpty();
  }

  private LocalBroker broker() {
    return LocalBroker.start(folder.resolve("kafka"), port, "256m");
  }

  private Path data() {
    return folder.resolve("kafka/data");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      files.forEach(
          file -> {
            try {
              Files.copy(file, to.resolve(from.relativize(file)));
            } catch (IOException failure) {
              throw new UncheckedIOException(failure);
            }
          });
    }
  }
}
