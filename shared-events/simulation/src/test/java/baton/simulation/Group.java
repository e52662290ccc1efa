package baton.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * The broker's view of a consumer group: who owns what. A partition is given away only when its
 * owner has let go of it, or was taken for dead.
 */
final class Group {
  private final List<TopicPartition> partitions;
  private final Map<String, Set<TopicPartition>> owned = new LinkedHashMap<>();
  private int turn;

  Group(List<TopicPartition> partitions) {
    this.partitions = partitions;
  }

  boolean knows(String member) {
    return owned.containsKey(member);
  }

  void join(String member) {
    owned.putIfAbsent(member, new HashSet<>());
  }

  /** It left, or it was silent for too long: others may read on, whatever it believes. */
  void leave(String member) {
    owned.remove(member);
  }

  boolean isEmpty() {
    return owned.isEmpty();
  }

  /** The same members are to read other partitions. */
  void reassign() {
    turn++;
  }

  /** A member asks what is its own: it lets go of what is not, and takes what is free. */
  Set<TopicPartition> sync(String member) {
    Set<TopicPartition> target = target(member);
    Set<TopicPartition> own = owned.get(member);
    own.retainAll(target);
    for (TopicPartition each : target) if (free(each)) own.add(each);
    return Set.copyOf(own);
  }

  private boolean free(TopicPartition partition) {
    return owned.values().stream().noneMatch(own -> own.contains(partition));
  }

  private Set<TopicPartition> target(String member) {
    var members = new ArrayList<>(owned.keySet());
    var target = new HashSet<TopicPartition>();
    for (int i = 0; i < partitions.size(); i++)
      if (members.get((i + turn) % members.size()).equals(member)) target.add(partitions.get(i));
    return target;
  }
}
