package baton.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class RealPartsTest {

  @Test
  void there_is_one_of_each_in_a_run() {
    assertThat(RealParts.get()).isEqualTo(RealParts.get());
  }

  @Test
  void databases_of_two_tests_are_apart() throws Exception {
    var mine = RealParts.get().freshDatabase("ledger");
    var other = RealParts.get().freshDatabase("ledger");
    try (var connection = mine.connect();
        var statement = connection.createStatement()) {
      statement.execute("create table entry (id int)");
    }
    try (var connection = other.connect();
        var tables = connection.getMetaData().getTables(null, "public", "entry", null)) {
      assertThat(tables.next()).isFalse();
    }
  }

  @Test
  void fresh_topics_are_other_topics() throws Exception {
    var parts = RealParts.get();
    parts.freshTopics();
    var before = topicId(parts);
    parts.freshTopics();
    assertThat(topicId(parts)).isNotEqualTo(before);
  }

  @Test
  void a_service_is_told_all_that_it_needs() {
    var resource = new BatonTestResource();
    resource.init(Map.of("baton.clock", "stepped"));
    assertThat(resource.start())
        .containsEntry("baton.clock", "stepped")
        .containsEntry("baton.kafka", RealParts.get().kafka())
        .containsKeys("baton.db-url", "baton.keyring-url", "baton.kek", "baton.token-key");
  }

  private static String topicId(RealParts parts) throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", parts.kafka()))) {
      var names = List.of("baton.referrals");
      return admin
          .describeTopics(names)
          .allTopicNames()
          .get()
          .get("baton.referrals")
          .topicId()
          .toString();
    }
  }
}
