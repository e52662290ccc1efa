package baton.parts.access;

import static baton.parts.access.GuardedBroker.KENT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import baton.contract.feed.FeedTopic;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The programs of the documentation, which are nobody's of ours, read a force's topic with the file
 * that {@code ./baton force add} writes, and decode every type of event, next year's too.
 */
class DocumentedTopicConsumersTest {
  private static final Path DOCUMENT = Path.of("..", "..", "docs", "subscribing.md");
  private static final Path APPROVED =
      Path.of("..", "..", "shared-events", "contract", "src", "test", "resources", "approved");
  private static final String TOPIC = FeedTopic.DISSEMINATIONS.of(KENT);
  private static final int LINES_MAX = 20;
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path installation;
  private static GuardedBroker broker;

  /** By id. */
  private static final Map<String, JsonNode> SENT = new LinkedHashMap<>();

  @TempDir private Path folder;

  @BeforeAll
  static void fill() throws Exception {
    broker = GuardedBroker.start(installation);
    var settings = new HashMap<>(broker.as(LogUsers.ALLOCATION));
    settings.put("transactional.id", TOPIC);
    settings.put("compression.type", "lz4");
    var bytes = new ByteArraySerializer();
    try (var producer = new KafkaProducer<>(settings, bytes, bytes)) {
      producer.initTransactions();
      for (String type : types()) {
        producer.beginTransaction();
        producer.send(record(event(type, false)));
        producer.send(record(event(type, true)));
        producer.commitTransaction();
      }
      producer.beginTransaction();
      producer.send(record(event("baton.feed.disseminated.v1", false)));
      SENT.remove(List.copyOf(SENT.keySet()).getLast());
      producer.abortTransaction();
      producer.beginTransaction();
      producer.send(record(event("baton.feed.withdrawn.v1", false)));
      producer.commitTransaction();
    }
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void the_one_in_java() throws Exception {
    Files.writeString(folder.resolve("FollowTopic.java"), program("java", "FollowTopic"));
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    readsAll(
        GuardedBroker.user(KENT),
        List.of(java, "-cp", System.getProperty("java.class.path"), "FollowTopic.java"));
  }

  @Test
  void the_one_in_javascript() throws Exception {
    if (!runs("node", "--version")) abort("node is not installed here: its program is not run");
    if (!runs("npm", "install", "--no-audit", "--no-fund", "kafkajs@2", "cloudevents@10"))
      abort("npm cannot install kafkajs and cloudevents here: the program is not run");
    Files.writeString(folder.resolve("follow.js"), program("javascript", "kafkajs"));
    readsAll(GuardedBroker.user(KENT), List.of("node", "follow.js"));
  }

  @Test
  void the_one_for_kcat() throws Exception {
    if (!runs("kcat", "-V")) abort("kcat is not installed here (Debian: kafkacat): it is not run");
    Files.writeString(folder.resolve("follow.sh"), program("bash", "kcat -F"));
    readsAll(broker.certified(), List.of("bash", "follow.sh"));
  }

  /** As it stands, and in the order of the topic. */
  private void readsAll(LogUser user, List<String> command) throws Exception {
    Files.writeString(
        folder.resolve("client.properties"),
        broker
            .files()
            .get(user)
            // Each program is a reader of its own.
            .replace(".records", "." + UUID.randomUUID()));
    var errors = folder.resolve("errors.txt");
    var process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(errors.toFile())
            .start();
    var read = new FutureTask<>(() -> first(process.inputReader(), SENT.size()));
    Thread.ofVirtual().start(read);
    try {
      var lines = read.get(SOON.toSeconds(), TimeUnit.SECONDS);
      assertThat(lines).as(Files.readString(errors)).isEqualTo(SENT);
      assertThat(lines.keySet()).containsExactlyElementsOf(SENT.keySet());
    } catch (TimeoutException late) {
      fail("it does not read all of it; it said: " + Files.readString(errors));
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static Map<String, JsonNode> first(BufferedReader lines, int count) throws IOException {
    var read = new LinkedHashMap<String, JsonNode>();
    String line;
    while (read.size() < count && (line = lines.readLine()) != null)
      if (line.contains("specversion")) {
        JsonNode event = timeInMillis(JSON.readTree(line));
        read.put(event.path("id").asText(), event);
      }
    return read;
  }

  private static List<String> types() throws IOException {
    try (var files = Files.list(APPROVED)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("baton.feed."))
          .map(name -> name.replace(".json", ""))
          .sorted()
          .toList();
    }
  }

  /**
   * With the attributes that Baton gives it.
   *
   * @param nextYears with fields that nobody knows today
   */
  private static ObjectNode event(String type, boolean nextYears) throws IOException {
    var data = (ObjectNode) JSON.readTree(APPROVED.resolve(type + ".json").toFile());
    var event = JSON.createObjectNode();
    event.put("specversion", "1.0");
    event.put("id", UUID.randomUUID().toString());
    event.put("source", "/disseminations/" + KENT);
    event.put("type", type);
    event.put("subject", "0199aaaa-0000-7000-8000-000000000001");
    event.put("time", "2026-11-21T19:09:00.123456Z");
    event.put("feedposition", SENT.size() + 1);
    event.put("causationid", UUID.randomUUID().toString());
    event.put("marking", "OFFICIAL-SENSITIVE");
    event.put("datacontenttype", "application/json");
    if (nextYears) {
      event.put("nextyear", "2027");
      data.put("addedNextYear", true);
      data.putObject("alsoAdded").put("deep", 1);
    }
    event.set("data", data);
    SENT.put(event.path("id").asText(), timeInMillis(event.deepCopy()));
    return event;
  }

  /** The SDK for JavaScript keeps no more than JavaScript's own time does. */
  private static JsonNode timeInMillis(JsonNode event) {
    var time = Instant.parse(event.path("time").asText()).truncatedTo(ChronoUnit.MILLIS);
    return ((ObjectNode) event).put("time", time.toString());
  }

  private static ProducerRecord<byte[], byte[]> record(ObjectNode event) throws IOException {
    var header =
        new RecordHeader(
            "content-type", "application/cloudevents+json; charset=UTF-8".getBytes(UTF_8));
    return new ProducerRecord<>(
        TOPIC,
        null,
        event.path("subject").asText().getBytes(UTF_8),
        JSON.writeValueAsBytes(event),
        List.of(header));
  }

  private boolean runs(String... command) throws InterruptedException {
    try {
      var process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)) return process.exitValue() == 0;
      process.destroyForcibly();
      return false;
    } catch (IOException notFound) {
      return false;
    }
  }

  /**
   * @param word that stands in the program that is meant
   */
  private static String program(String language, String word) throws IOException {
    var blocks =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(DOCUMENT));
    var programs = new ArrayList<String>();
    while (blocks.find()) if (blocks.group(1).contains(word)) programs.add(blocks.group(1));
    assertThat(programs).as(language).hasSize(1);
    assertThat(programs.getFirst().lines().filter(line -> !line.isBlank()))
        .hasSizeLessThanOrEqualTo(LINES_MAX);
    return programs.getFirst();
  }
}
