package baton.acceptance.fuzz;

import baton.local.client.ServiceName;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** How many answers of each status every service gave. */
final class Tally {
  private final Map<ServiceName, Map<Integer, LongAdder>> counts = new ConcurrentSkipListMap<>();

  void count(ServiceName service, int status) {
    counts
        .computeIfAbsent(service, _ -> new ConcurrentSkipListMap<>())
        .computeIfAbsent(status, _ -> new LongAdder())
        .increment();
  }

  long of(ServiceName service) {
    return counts.getOrDefault(service, Map.of()).values().stream().mapToLong(LongAdder::sum).sum();
  }

  long of(ServiceName service, int hundred) {
    return counts.getOrDefault(service, Map.of()).entrySet().stream()
        .filter(each -> each.getKey() / 100 == hundred)
        .mapToLong(each -> each.getValue().sum())
        .sum();
  }

  @Override
  public String toString() {
    var table = new StringBuilder();
    counts.forEach(
        (service, byStatus) ->
            table.append(
                "%-11s %7d  %s%n".formatted(service.slug(), of(service), new TreeMap<>(byStatus))));
    return table.toString();
  }
}
