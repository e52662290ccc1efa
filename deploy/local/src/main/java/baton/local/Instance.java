package baton.local;

import baton.local.client.ServiceName;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One of the processes that share a service's work.
 *
 * @param number from 1
 */
public record Instance(ServiceName service, int number) {

  /** The one that every installation has. */
  public static Instance first(ServiceName service) {
    return new Instance(service, 1);
  }

  /** All of an installation, by number and then by port. */
  static List<Instance> all(int instances) {
    return IntStream.rangeClosed(1, instances)
        .boxed()
        .flatMap(number -> Stream.of(ServiceName.values()).map(name -> new Instance(name, number)))
        .toList();
  }

  /** As its log and its pid are called: {@code intake}, {@code intake-2}. */
  public String slug() {
    return Shape.numbered(service.slug(), number);
  }

  /** {@code intake-service}, {@code intake-service-2}. */
  public String title() {
    return Shape.numbered(service.slug() + "-service", number);
  }
}
