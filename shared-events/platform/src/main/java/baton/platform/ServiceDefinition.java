package baton.platform;

import java.util.List;

/**
 * What a service is made of, contributed as a CDI bean ({@code @Produces @Singleton}).
 *
 * @param aggregates each with an {@code @AggregateRoot(type = ...)} chosen by hand
 * @param commandHandlers objects with command handlers outside any aggregate
 * @param alsoReads topics that it reads beside referrals and register
 */
public record ServiceDefinition(
    List<Class<?>> aggregates, List<Object> commandHandlers, List<String> alsoReads) {

  public static ServiceDefinition of(Class<?>... aggregates) {
    return new ServiceDefinition(List.of(aggregates), List.of(), List.of());
  }

  public ServiceDefinition reading(String... topics) {
    return new ServiceDefinition(aggregates, commandHandlers, List.of(topics));
  }
}
