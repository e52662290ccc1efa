package baton.policy;

import baton.contract.EventId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What was adopted one after the other, in the order in which it counts; that in which it was read
 * makes no difference.
 */
record Succession<T>(List<Adopted<T>> all) {
  /**
   * Something that counts from a moment on.
   *
   * @param by the event that says so
   */
  record Adopted<T>(Instant from, Instant recordedAt, EventId by, T value) {}

  private static final Comparator<Adopted<?>> ORDER =
      Comparator.<Adopted<?>, Instant>comparing(Adopted::from)
          .thenComparing(Adopted::recordedAt)
          .thenComparing(adopted -> adopted.by().value());

  Succession {
    all = List.copyOf(all);
  }

  static <T> Succession<T> empty() {
    return new Succession<>(List.of());
  }

  /** A repeat changes nothing. */
  Succession<T> with(Adopted<T> adopted) {
    if (all.stream().anyMatch(each -> each.by().equals(adopted.by()))) return this;
    return new Succession<>(Stream.concat(all.stream(), Stream.of(adopted)).sorted(ORDER).toList());
  }

  /** What is in force. */
  Optional<T> valueAt(Instant at) {
    for (int i = all.size() - 1; i >= 0; i--)
      if (!all.get(i).from().isAfter(at)) return Optional.of(all.get(i).value());
    return Optional.empty();
  }

  Optional<T> first(Predicate<T> which) {
    return all.stream().map(Adopted::value).filter(which).findFirst();
  }
}
