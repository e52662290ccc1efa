package baton.journal.reader;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** The log gives nothing more though its end is not reached: a broker is away, or lost records. */
public final class LogStalled extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /**
   * @param ends what was to be read, per partition and exclusive
   */
  public LogStalled(Map<TopicPartition, Long> ends) {
    super("the log gives nothing more before " + ends);
  }
}
