package baton.journal.relay;

import baton.journal.clock.BusinessClock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;

/**
 * What a relay is made of, and what its thread shares with others.
 *
 * @param own opens the relay's own connection
 * @param producers makes a producer from its settings
 */
record Parts(
    RelaySettings settings,
    DataSource own,
    BusinessClock clock,
    RelayParking parking,
    Function<Map<String, Object>, Producer<byte[], byte[]>> producers,
    Signal signal,
    Beats beats,
    AtomicReference<RelayState> state,
    RelayMetrics metrics) {}
