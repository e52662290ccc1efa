package baton.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import baton.simulation.Log.Sent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * An idempotent producer: each partition's records arrive in order, once, until one of them fails.
 * What had not been acknowledged when it was closed may still arrive, in order and up to some
 * point.
 */
public final class SimulatedProducer extends MockProducer<byte[], byte[]> {
  private final World world;
  private final Actor actor;
  private final Map<TopicPartition, Deque<Pending>> queues = new LinkedHashMap<>();
  private boolean closed;

  private record Pending(Sent sent, Callback callback, CompletableFuture<RecordMetadata> answer) {}

  public SimulatedProducer(World world, Actor actor) {
    this.world = world;
    this.actor = actor;
  }

  @Override
  public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
    if (closed) throw new IllegalStateException("the producer is closed");
    String key = new String(record.key(), UTF_8);
    TopicPartition partition = world.log().partition(record.topic(), key);
    var answer = new CompletableFuture<RecordMetadata>();
    var pending = new Pending(new Sent(partition, key, record.value()), callback, answer);
    if (world.log().refuses(partition, record.value())) {
      fail(pending, new RecordTooLargeException("it is too large"));
      return answer;
    }
    queues.computeIfAbsent(partition, p -> new ArrayDeque<>()).add(pending);
    if (world.bug() == Bug.CURSOR_BEFORE_THE_RECORDS) acknowledge(pending, 0);
    return answer;
  }

  @Override
  public void flush() {
    if (world.bug() == Bug.CURSOR_BEFORE_THE_RECORDS) return;
    while (!closed && !queues.isEmpty()) {
      Call call = actor.call("send");
      var queue = List.copyOf(queues.values()).get(call.dice(queues.size()));
      if (call.fails()) {
        Pending failed = queue.peek();
        if (call.failsAfter()) world.log().append(failed.sent());
        // Whoever hears of it and goes on has lost this one.
        if (world.bug() == Bug.PRODUCER_GOES_ON_AFTER_AN_ERROR) queue.poll();
        fail(failed, new TimeoutException("no answer"));
      } else {
        int arriving = 1 + call.dice(4);
        for (int i = 0; i < arriving && !queue.isEmpty(); i++) arrive(queue.poll());
      }
      queues.values().removeIf(Deque::isEmpty);
    }
  }

  private void arrive(Pending pending) {
    acknowledge(pending, world.log().append(pending.sent()));
  }

  private static void acknowledge(Pending pending, long offset) {
    var acked = new RecordMetadata(pending.sent().partition(), offset, 0, 0, 0, 0);
    if (pending.answer().complete(acked)) pending.callback().onCompletion(acked, null);
  }

  private static void fail(Pending pending, RuntimeException error) {
    pending.answer().completeExceptionally(error);
    pending.callback().onCompletion(null, error);
  }

  @Override
  public void close() {
    close(Duration.ZERO);
  }

  @Override
  public void close(Duration timeout) {
    if (closed || world.bug() == Bug.PRODUCER_GOES_ON_AFTER_AN_ERROR) return;
    closed = true;
    for (Deque<Pending> queue : queues.values()) {
      Deque<Sent> unanswered = Log.queue();
      for (Pending each : queue) {
        unanswered.add(each.sent());
        each.answer().completeExceptionally(new IllegalStateException("the producer was closed"));
      }
      world.log().late(unanswered);
    }
    queues.clear();
  }
}
