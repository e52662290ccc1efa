package baton.parts.access;

import static baton.contract.feed.FeedTopic.COMMANDS;
import static baton.contract.feed.FeedTopic.DISSEMINATIONS;
import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.Force;
import baton.contract.Forces;
import baton.contract.LogTopic;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

/** What the list of users must never come to say. */
class LogUsersTest {
  private static final List<LogUser> FORCES = Forces.all().stream().map(LogUsers::force).toList();

  @Test
  void nobody_may_take_away_alter_or_do_everything() {
    for (LogUser user : everybody())
      for (Grant grant : user.grants())
        assertThat(grant.operations()).as(user.name()).isSubsetOf(Set.of(READ, WRITE, CREATE));
  }

  @Test
  void a_service_makes_and_writes_the_log_and_nobody_else_does() {
    for (LogTopic topic : LogTopic.values()) {
      var writers = everybody().stream().filter(user -> may(user, topic.topic(), WRITE)).toList();
      if (topic == LogTopic.CHECKPOINTS) assertThat(writers).containsExactly(LogUsers.ESCALATION);
      else
        assertThat(writers)
            .containsExactly(
                LogUsers.INTAKE, LogUsers.RISK, LogUsers.ALLOCATION, LogUsers.ESCALATION);
    }
  }

  @Test
  void a_forces_feed_is_written_by_allocation_and_read_by_that_force() {
    for (Force force : Forces.all()) {
      var feed = DISSEMINATIONS.of(force.code());
      assertThat(who(feed, WRITE)).containsExactly(LogUsers.ALLOCATION);
      assertThat(who(feed, READ)).containsExactly(LogUsers.force(force));
    }
  }

  @Test
  void a_forces_commands_are_written_by_that_force_and_read_by_the_services_that_take_them() {
    for (Force force : Forces.all()) {
      var commands = COMMANDS.of(force.code());
      assertThat(who(commands, WRITE)).containsExactly(LogUsers.force(force));
      assertThat(who(commands, READ))
          .containsExactly(LogUsers.INTAKE, LogUsers.RISK, LogUsers.ALLOCATION);
    }
  }

  @Test
  void no_force_reads_in_a_group_of_another() {
    for (LogUser one : FORCES)
      for (LogUser other : FORCES)
        assertThat(covers(one, ResourceType.GROUP, other.name() + ".records"))
            .isEqualTo(one.equals(other));
  }

  @Test
  void an_auditor_writes_nothing() {
    assertThat(LogUsers.AUDITOR.grants())
        .allMatch(grant -> grant.operations().equals(Set.of(READ)));
  }

  private static List<LogUser> everybody() {
    return Stream.concat(LogUsers.standing().stream(), FORCES.stream()).toList();
  }

  private static List<LogUser> who(String topic, AclOperation operation) {
    return everybody().stream().filter(user -> may(user, topic, operation)).toList();
  }

  private static boolean may(LogUser user, String topic, AclOperation operation) {
    return user.grants().stream()
        .anyMatch(
            grant ->
                grant.covers(ResourceType.TOPIC, topic) && grant.operations().contains(operation));
  }

  private static boolean covers(LogUser user, ResourceType type, String name) {
    return user.grants().stream().anyMatch(grant -> grant.covers(type, name));
  }
}
