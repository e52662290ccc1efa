package baton.journal.reader;

import baton.journal.reader.Held.Kind;
import baton.journal.reader.Known.Waiting;
import baton.simulation.Bug;
import baton.simulation.Service;
import baton.simulation.World;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map.Entry;

final class SimulatedParked implements ParkedRows {
  private final World world;
  private final KeptByReader kept;
  private final SimulatedScope scope;

  SimulatedParked(World world, Service service, SimulatedScope scope) {
    this.world = world;
    this.kept = service.kept();
    this.scope = scope;
  }

  @Override
  public List<StoryKind> kinds(Collection<String> stories) throws SQLException {
    scope.statement("read what is parked");
    if (world.bug() == Bug.PARKED_STORY_OVERTAKEN) return List.of();
    return kept.held.values().stream()
        .filter(one -> one.kind() != Kind.BEHIND && stories.contains(story(one)))
        .map(one -> new StoryKind(story(one), one.kind()))
        .distinct()
        .toList();
  }

  @Override
  public List<String> lock(Collection<String> stories) throws SQLException {
    scope.statement("lock what is parked");
    for (String each : stories.stream().sorted().toList())
      scope.work().transaction().lock("parked " + each);
    return kept.parkedStories().stream().filter(stories::contains).toList();
  }

  @Override
  public List<Waiting> records(Collection<String> stories, Kind... kinds) throws SQLException {
    scope.statement("read parked records");
    var found = new ArrayList<Waiting>();
    for (Entry<Long, Held> row : kept.held.entrySet())
      if (stories.contains(story(row.getValue())) && List.of(kinds).contains(row.getValue().kind()))
        found.add(new Waiting(row.getValue().record(), row.getKey()));
    return found;
  }

  @Override
  public void hold(List<Held> held) throws SQLException {
    if (held.isEmpty()) return;
    for (Held one : held) if (one.kind() == Kind.PARKED) refuseIfParked(story(one));
    var copy = List.copyOf(held);
    scope.write(
        "hold " + held.size(),
        () -> {
          for (Held one : copy) {
            kept.held.put(kept.takeRow(), one);
            world.invariants().parked(story(one));
          }
        });
  }

  /** The unique index: one parked event for each story. */
  private void refuseIfParked(String story) throws SQLException {
    scope.work().transaction().lock("parked " + story);
    if (kept.isParked(story)) throw new SQLException("parked already", "40001");
  }

  @Override
  public void remove(Collection<Long> positions) throws SQLException {
    if (positions.isEmpty()) return;
    var copy = List.copyOf(positions);
    scope.write("remove " + copy.size(), () -> copy.forEach(kept.held::remove));
  }

  @Override
  public long count(Kind kind) {
    return kept.held.values().stream().filter(one -> one.kind() == kind).count();
  }

  @Override
  public List<ParkedEvent> list(int limit, long after) {
    throw new UnsupportedOperationException("nobody looks at pages here");
  }

  private static String story(Held one) {
    return one.record().story().orElseThrow();
  }
}
