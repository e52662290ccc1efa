package baton.acceptance.fuzz;

import baton.local.client.ServiceName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many answers of each status every service gave, and which of its operations did something.
 */
final class Tally {
  private static final Set<String> MADE = Set.of("/as-at-not-ready", "/sample-not-ready");

  private final Map<ServiceName, LongAdder> unavailable = new ConcurrentHashMap<>();
  private final Map<ServiceName, Map<Integer, LongAdder>> counts = new ConcurrentSkipListMap<>();
  private final Map<String, Map<Integer, LongAdder>> byOperation = new ConcurrentSkipListMap<>();
  private final Map<String, LongAdder> done = new ConcurrentHashMap<>();

  void count(Request request, Reply reply) {
    add(counts, request.operation.service(), reply.status());
    if (reply.status() == 503 && !beingMade(reply))
      unavailable.computeIfAbsent(request.operation.service(), _ -> new LongAdder()).increment();
    if (!request.isOfItsOperation()) return;
    String operation = request.operation.name();
    add(byOperation, operation, reply.status());
    if (Effect.of(request, reply))
      done.computeIfAbsent(operation, _ -> new LongAdder()).increment();
  }

  /** What takes a while is made for who comes again: told to one after the other by design. */
  private static boolean beingMade(Reply reply) {
    return MADE.stream().anyMatch(reply.json().path("type").asText()::endsWith);
  }

  private static <K> void add(Map<K, Map<Integer, LongAdder>> counts, K of, int status) {
    counts
        .computeIfAbsent(of, _ -> new ConcurrentSkipListMap<>())
        .computeIfAbsent(status, _ -> new LongAdder())
        .increment();
  }

  long of(ServiceName service) {
    return counts.getOrDefault(service, Map.of()).values().stream().mapToLong(LongAdder::sum).sum();
  }

  /** Answers that it had no room or nothing behind it that answered. */
  long unavailable(ServiceName service) {
    return unavailable.getOrDefault(service, new LongAdder()).sum();
  }

  /** Those of the operations that did nothing for anybody. */
  List<String> neverDone(Collection<Operation> operations) {
    return operations.stream()
        .map(Operation::name)
        .distinct()
        .filter(each -> !done.containsKey(each))
        .toList();
  }

  /** The answers of each operation, for whoever asks why. */
  String byOperation() {
    var table = new StringBuilder();
    byOperation.forEach(
        (operation, answers) ->
            table.append(
                "%6d  %s  %s%n"
                    .formatted(
                        done.containsKey(operation) ? done.get(operation).sum() : 0,
                        operation,
                        answers)));
    return table.toString();
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
