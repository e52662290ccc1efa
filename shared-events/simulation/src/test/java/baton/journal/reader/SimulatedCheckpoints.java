package baton.journal.reader;

import baton.journal.reader.Checkpoints.Checkpoint;
import baton.journal.reader.Checkpoints.Span;
import baton.simulation.Bug;
import baton.simulation.Service;
import baton.simulation.World;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

final class SimulatedCheckpoints implements CheckpointRows {
  private final World world;
  private final Service service;
  private final KeptByReader kept;
  private final SimulatedScope scope;

  SimulatedCheckpoints(World world, Service service, SimulatedScope scope) {
    this.world = world;
    this.service = service;
    this.kept = service.kept();
    this.scope = scope;
  }

  @Override
  public void own(Collection<TopicPartition> partitions) throws SQLException {
    scope.statement("own its partitions");
    if (world.bug() == Bug.CHECKPOINT_WITHOUT_FENCE) return;
    for (String each : partitions.stream().map(TopicPartition::toString).sorted().toList())
      scope.work().transaction().lock(each);
  }

  @Override
  public Map<TopicPartition, Checkpoint> read(Collection<String> topics) throws SQLException {
    scope.statement("read checkpoints");
    return new HashMap<>(kept.checkpoints);
  }

  @Override
  public int move(List<Span> spans) throws SQLException {
    scope.statement("move checkpoints");
    scope.work().transaction().xid();
    if (world.bug() != Bug.CHECKPOINT_WITHOUT_FENCE && !spans.stream().allMatch(this::expected))
      return 0;
    if (world.bug() == Bug.CHECKPOINT_OUTSIDE_THE_TRANSACTION) spans.forEach(this::moved);
    else scope.work().transaction().onCommit(() -> spans.forEach(this::moved));
    return spans.size();
  }

  private boolean expected(Span span) {
    Checkpoint stored = kept.checkpoints.get(span.partition());
    return stored == null
        ? span.from() == 0
        : stored.next() == span.from() && stored.topicId().equals(span.topicId());
  }

  private void moved(Span span) {
    long stood = kept.checkpoint(span.partition());
    kept.checkpoints.put(
        span.partition(), new Checkpoint(span.topicId(), span.to(), span.readUpTo()));
    world.invariants().checkpointMoved(service, span.partition(), stood, span.from(), span.to());
  }
}
