package baton.journal.relay;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/** Producers of which one send, counted over all of them, fails. */
final class FailingSends implements Function<Map<String, Object>, Producer<byte[], byte[]>> {
  enum How {
    /** It never reaches the broker. */
    NOT_SENT,
    /** The broker has it, only its acknowledgement is lost. */
    ACK_LOST
  }

  private final int failing;
  private final How how;
  private final AtomicInteger sends = new AtomicInteger();
  final AtomicInteger producers = new AtomicInteger();

  FailingSends(int failing, How how) {
    this.failing = failing;
    this.how = how;
  }

  boolean hasFailed() {
    return sends.get() >= failing;
  }

  @Override
  public Producer<byte[], byte[]> apply(Map<String, Object> settings) {
    producers.incrementAndGet();
    var real = new KafkaProducer<byte[], byte[]>(settings);
    @SuppressWarnings("unchecked")
    Producer<byte[], byte[]> failingOne =
        (Producer<byte[], byte[]>)
            Proxy.newProxyInstance(
                Producer.class.getClassLoader(),
                new Class<?>[] {Producer.class},
                (self, method, arguments) -> {
                  try {
                    if (method.getName().equals("send") && sends.incrementAndGet() == failing) {
                      return failedSend(real, arguments);
                    }
                    return method.invoke(real, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    return failingOne;
  }

  @SuppressWarnings("unchecked")
  private Object failedSend(Producer<byte[], byte[]> real, Object[] arguments) {
    var error = new KafkaException("send " + failing + " fails: " + how);
    var callback = (Callback) arguments[1];
    var answer = new CompletableFuture<RecordMetadata>();
    answer.completeExceptionally(error);
    switch (how) {
      case NOT_SENT -> callback.onCompletion(null, error);
      case ACK_LOST ->
          real.send(
              (ProducerRecord<byte[], byte[]>) arguments[0],
              (acked, none) -> callback.onCompletion(null, error));
    }
    return answer;
  }
}
