package baton.parts.access;

import static baton.contract.feed.FeedTopic.COMMANDS;
import static baton.contract.feed.FeedTopic.DISSEMINATIONS;
import static baton.parts.access.GuardedBroker.KENT;
import static baton.parts.access.GuardedBroker.SURREY;
import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.LogTopic;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everybody in the list tries everything with everything, by Kafka's own clients: what he is let do
 * is what the list says, and nothing else.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class WhoMayMatrixTest {
  @TempDir private static Path folder;
  private static GuardedBroker broker;

  private static final List<String> TOPICS =
      Stream.concat(
              Stream.of(LogTopic.values()).map(LogTopic::topic),
              Stream.of(KENT, SURREY)
                  .flatMap(force -> Stream.of(DISSEMINATIONS.of(force), COMMANDS.of(force))))
          .toList();

  private static final List<String> GROUPS =
      Stream.concat(
              named().map(user -> user.name() + ".records"),
              Stream.of(
                  "intake-service",
                  "risk-service",
                  "allocation-service",
                  "escalation-service",
                  COMMANDS.of(KENT),
                  DISSEMINATIONS.of(KENT),
                  "force-46",
                  "force-461.records",
                  "somebody-elses"))
          .toList();

  private static final List<String> TRANSACTIONS =
      List.of(DISSEMINATIONS.of(KENT), DISSEMINATIONS.of(SURREY), COMMANDS.of(KENT), "intake");

  @BeforeAll
  static void start() throws Exception {
    broker = GuardedBroker.start(folder);
    var bytes = new ByteArraySerializer();
    try (var producer = new KafkaProducer<>(broker.operator(), bytes, bytes)) {
      for (String topic : TOPICS) producer.send(new ProducerRecord<>(topic, new byte[] {1})).get();
    }
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  private static Stream<LogUser> named() {
    return Stream.concat(
        LogUsers.standing().stream(), Stream.of(KENT, SURREY).map(GuardedBroker::user));
  }

  static Stream<LogUser> everybody() {
    return Stream.concat(named(), Stream.of(broker.certified()));
  }

  @ParameterizedTest
  @MethodSource("everybody")
  void may_do_what_the_list_says_and_nothing_else(LogUser user) throws Exception {
    var expected = new TreeMap<String, Boolean>();
    var found = new TreeMap<String, Boolean>();
    try (var tries = new Attempts(broker.as(user))) {
      for (String topic : TOPICS) {
        topic(user, topic, tries, expected, found);
      }
      var readable = TOPICS.stream().filter(topic -> may(user, TOPIC, topic, READ)).findFirst();
      for (String group : GROUPS) {
        expected.put("see how far " + group + " is", may(user, GROUP, group, READ));
        found.put("see how far " + group + " is", tries.describeGroup(group));
        expected.put("read as " + group, may(user, GROUP, group, READ));
        found.put("read as " + group, tries.commit(group, readable.orElseThrow()));
        expected.put("delete the group " + group, false);
        found.put("delete the group " + group, tries.deleteGroup(group));
      }
      for (String id : TRANSACTIONS) {
        expected.put("write as " + id, may(user, TRANSACTIONAL_ID, id, WRITE));
        found.put("write as " + id, tries.transact(id));
        expected.put("fence " + id, may(user, TRANSACTIONAL_ID, id, WRITE));
        found.put("fence " + id, tries.fence(id));
      }
      assertThat(tries.visible())
          .containsExactlyInAnyOrderElementsOf(
              TOPICS.stream().filter(topic -> may(user, TOPIC, topic, DESCRIBE)).toList());
      assertThat(tries.seeGrants()).isFalse();
      assertThat(tries.seeUsers()).isFalse();
      assertThat(tries.create("baton.another")).isFalse();
      for (String other : List.of(user.name(), "force-45", "allocation")) {
        assertThat(tries.givePassword(other)).as("a password to " + other).isFalse();
        assertThat(tries.grant(other)).as("a grant to " + other).isFalse();
        assertThat(tries.slow(other)).as("a quota for " + other).isFalse();
      }
      assertThat(tries.takeGrants()).isFalse();
      assertThat(tries.alterBroker()).isFalse();
    }
    assertThat(found).isEqualTo(expected);
  }

  private static void topic(
      LogUser user,
      String topic,
      Attempts tries,
      Map<String, Boolean> expected,
      Map<String, Boolean> found) {
    expected.put("describe " + topic, may(user, TOPIC, topic, DESCRIBE));
    found.put("describe " + topic, tries.describe(topic));
    expected.put("read " + topic, may(user, TOPIC, topic, READ));
    found.put("read " + topic, tries.read(topic));
    expected.put("write " + topic, may(user, TOPIC, topic, WRITE));
    found.put("write " + topic, tries.write(topic));
    expected.put("create " + topic, may(user, TOPIC, topic, CREATE));
    found.put("create " + topic, tries.create(topic));
    // Nobody in the list may take anything away or change how it is kept.
    expected.put("delete " + topic, false);
    found.put("delete " + topic, tries.delete(topic));
    expected.put("cut " + topic, false);
    found.put("cut " + topic, tries.cut(topic));
    expected.put("alter " + topic, false);
    found.put("alter " + topic, tries.alter(topic));
  }

  /** Who reads or writes may also describe: Kafka's own rule. */
  private static boolean may(LogUser user, ResourceType type, String name, AclOperation operation) {
    return user.grants().stream()
        .filter(grant -> grant.covers(type, name))
        .anyMatch(
            grant ->
                grant.operations().contains(operation)
                    || operation == DESCRIBE
                        && (grant.operations().contains(READ)
                            || grant.operations().contains(WRITE)));
  }
}
