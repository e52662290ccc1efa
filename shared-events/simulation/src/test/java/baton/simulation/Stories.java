package baton.simulation;

import baton.contract.ReferralId;
import baton.custody.Custody;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is committed anywhere of each referral, and how far each stream is on the log. */
final class Stories {
  private final Map<ReferralId, List<Row>> committed = new HashMap<>();
  private final Map<ReferralId, List<Row>> published = new HashMap<>();
  private final Map<String, Long> next = new HashMap<>();

  Set<ReferralId> referrals() {
    return committed.keySet();
  }

  void committed(Row row) {
    committed.computeIfAbsent(row.event().referral(), r -> new ArrayList<>()).add(row);
  }

  List<Row> committed() {
    return committed.values().stream().flatMap(List::stream).toList();
  }

  /** The place of the next event of its stream. */
  long next(Row row) {
    return next.getOrDefault(stream(row), 0L);
  }

  void published(Row row) {
    next.put(stream(row), row.sequence() + 1);
    if (row.event().referral() != null)
      published.computeIfAbsent(row.event().referral(), r -> new ArrayList<>()).add(row);
  }

  boolean isPublished(Row row) {
    return next(row) > row.sequence();
  }

  private static String stream(Row row) {
    return row.envelope().source() + row.stream();
  }

  /** Folded from all that is committed, whoever has read it: first what is on the log. */
  Custody fold(ReferralId referral) {
    Custody custody = Custody.none(referral);
    for (Row row : published.getOrDefault(referral, List.of())) custody = evolve(custody, row);
    for (Row row : unpublished(referral)) custody = evolve(custody, row);
    return custody;
  }

  private List<Row> unpublished(ReferralId referral) {
    return committed.getOrDefault(referral, List.of()).stream()
        .filter(row -> !isPublished(row))
        .sorted(Comparator.comparing(row -> row.event().recordedTime()))
        .toList();
  }

  private static Custody evolve(Custody custody, Row row) {
    return Custody.evolve(custody, row.event(), Deadlines.SHORT);
  }
}
