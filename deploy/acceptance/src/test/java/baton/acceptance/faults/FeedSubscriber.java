package baton.acceptance.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A force's record system in a process of its own: it stores what it polls, and commits afterwards.
 * Arguments: its {@code client.properties}, the topic, the file that it stores in, and how often it
 * commits before it hangs between poll and commit (0: it never hangs).
 */
final class FeedSubscriber {
  /** What it stores when it hangs; no event. */
  private static final String HANGS = "hangs";

  private FeedSubscriber() {}

  public static void main(String[] arguments) throws Exception {
    var settings = new Properties();
    try (var file = Files.newBufferedReader(Path.of(arguments[0]))) {
      settings.load(file);
    }
    settings.put("enable.auto.commit", "false");
    // Who was killed is missed by the group as soon as the broker allows.
    settings.put("session.timeout.ms", "6000");
    settings.put("heartbeat.interval.ms", "1000");
    settings.put("max.poll.records", "5");
    var store = Path.of(arguments[2]);
    int hangsAfter = Integer.parseInt(arguments[3]);
    var text = new StringDeserializer();
    try (var consumer = new KafkaConsumer<>(settings, text, text)) {
      consumer.subscribe(List.of(arguments[1]));
      for (int committed = 0; ; ) {
        var polled = new ArrayList<String>();
        consumer.poll(Duration.ofSeconds(1)).forEach(record -> polled.add(record.value()));
        if (polled.isEmpty()) continue;
        store(store, polled);
        if (++committed == hangsAfter + 1 && hangsAfter > 0) {
          store(store, List.of(HANGS));
          new CountDownLatch(1).await();
        }
        commit(consumer);
      }
    }
  }

  /** What is not committed comes again at the latest when this is started again. */
  private static void commit(KafkaConsumer<String, String> consumer) {
    try {
      consumer.commitSync();
    } catch (CommitFailedException | RetriableException brokerAway) {
      System.out.println("not committed: " + brokerAway);
    }
  }

  private static void store(Path file, List<String> lines) throws IOException {
    Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** It runs until it is killed, by {@link Process#destroyForcibly}. */
  static Process start(Path settings, String topic, Path store, int hangsAfter) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            FeedSubscriber.class.getName(),
            settings.toString(),
            topic,
            store.toString(),
            Integer.toString(hangsAfter))
        .redirectErrorStream(true)
        .redirectOutput(store.resolveSibling("subscriber.log").toFile())
        .start();
  }

  static boolean hangs(Path store) throws IOException {
    return Files.exists(store)
        && new String(Files.readAllBytes(store), UTF_8).endsWith(HANGS + "\n");
  }

  /** What it has stored, every time that it did. */
  static List<JsonNode> stored(Path store) throws IOException {
    if (!Files.exists(store)) return List.of();
    // Cut as bytes: what is being written may end within a character.
    byte[] bytes = Files.readAllBytes(store);
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') end--;
    return new String(bytes, 0, end, UTF_8)
        .lines()
        .filter(line -> line.startsWith("{"))
        .map(FeedEntries::parse)
        .toList();
  }
}
