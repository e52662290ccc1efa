package baton.journal.store;

import baton.contract.EarlierVersions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateRoot;

/**
 * Axon, wired for Baton: aggregates, a command bus in the caller's thread, the event store; no
 * XStream, no event processors, no call to anybody's update server. A command goes to the aggregate
 * that its {@link baton.decision.Command#stream()} names.
 */
public final class AxonJournal {
  private final Configuration configuration;
  private final Transactions transactions;

  private AxonJournal(Configuration configuration, Transactions transactions) {
    this.configuration = configuration;
    this.transactions = transactions;
  }

  public static Builder builder(Transactions transactions, EventStoreEngine engine) {
    return new Builder(transactions, engine);
  }

  /** Commands' metadata uses the names of {@link baton.journal.envelope.Attributes}. */
  public CommandGateway gateway() {
    return configuration.commandGateway();
  }

  public EventStore eventStore() {
    return configuration.eventStore();
  }

  /**
   * Does the work in one transaction and one root unit of work: all events of its commands are
   * appended at its end, as one batch, and a later command finds the aggregate that an earlier one
   * created. Aggregates stay locked until the transaction has ended. Until then {@link
   * Transactions#appended()} is empty: what was stored is told to the {@link AppendListener}s.
   */
  public <T> T inBatch(Callable<T> work) {
    UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
    unit.attachTransaction(transactions);
    var result = unit.executeWithResult(work);
    if (result.isExceptional()) throw TransactionFailed.unchecked(result.exceptionResult());
    return result.getPayload();
  }

  public void shutdown() {
    configuration.shutdown();
  }

  public static final class Builder {
    private final Transactions transactions;
    private final EventStoreEngine engine;
    private final List<Class<?>> aggregates = new ArrayList<>();
    private final List<Object> commandHandlers = new ArrayList<>();
    private final Map<Class<?>, Object> resources = new LinkedHashMap<>();

    private Builder(Transactions transactions, EventStoreEngine engine) {
      this.transactions = transactions;
      this.engine = engine;
    }

    /**
     * @throws IllegalArgumentException if one has no {@code @AggregateRoot(type = "...")}: the
     *     stored name is chosen by hand, so that a Java rename cannot orphan history
     */
    public Builder aggregates(Class<?>... types) {
      for (Class<?> type : types) {
        AggregateRoot root = type.getAnnotation(AggregateRoot.class);
        if (root == null || root.type().isEmpty())
          throw new IllegalArgumentException(
              type.getName() + " needs @AggregateRoot(type = ...), a name chosen by hand");
        aggregates.add(type);
      }
      return this;
    }

    /** Objects with command handlers outside any aggregate. */
    public Builder commandHandlers(Object... handlers) {
      commandHandlers.addAll(List.of(handlers));
      return this;
    }

    /** What command handlers may take as a parameter of that type, such as the business clock. */
    public <T> Builder resource(Class<T> type, T resource) {
      resources.put(type, resource);
      return this;
    }

    public AxonJournal start() {
      // false: no modules by ServiceLoader, of which the update checker is one.
      Configurer configurer = DefaultConfigurer.defaultConfiguration(false);
      var serializer = new EventSerializer(EarlierVersions.OF_CONTRACT);
      configurer
          .configureSerializer(c -> serializer)
          .configureEventSerializer(c -> serializer)
          .configureMessageSerializer(c -> serializer)
          .configureTransactionManager(c -> transactions)
          .configureCorrelationDataProviders(c -> List.of(new CommandAttributes()))
          .configureEventStore(
              c ->
                  EmbeddedEventStore.builder()
                      .storageEngine(engine)
                      .optimizeEventConsumption(false)
                      .build());
      aggregates.forEach(type -> configurer.configureAggregate(aggregate(type)));
      commandHandlers.forEach(handler -> configurer.registerCommandHandler(c -> handler));
      resources.forEach((type, resource) -> register(configurer, type, resource));
      return new AxonJournal(configurer.start(), transactions);
    }

    private static <A> AggregateConfigurer<A> aggregate(Class<A> type) {
      return AggregateConfigurer.defaultConfiguration(type)
          .configureCommandTargetResolver(c -> CommandTarget::of);
    }

    private static <T> void register(Configurer configurer, Class<T> type, Object resource) {
      configurer.registerComponent(type, c -> type.cast(resource));
    }
  }
}
