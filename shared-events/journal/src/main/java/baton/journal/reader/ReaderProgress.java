package baton.journal.reader;

import java.util.Collections;
import java.util.List;

/**
 * How far a service has read the log, all its instances together.
 *
 * @param partitions every partition of its topics; none where the broker could not be asked
 */
public record ReaderProgress(ReaderState state, String why, List<PartitionProgress> partitions) {
  public ReaderProgress {
    partitions = List.copyOf(partitions);
  }

  /**
   * @param position the offset up to which everything is applied, parked or skipped
   * @param end the log's end, sampled after {@code position} was read
   * @param lagSeconds how long ago, at most, the oldest unread record was written; 0 where there is
   *     none, null where it is not known
   */
  public record PartitionProgress(
      String topic, int partition, long position, long end, Long lagSeconds) {
    public long lagEvents() {
      return Math.max(0, end - position);
    }
  }

  /** Nothing was unread at the moment at which the ends were sampled. */
  public boolean idle() {
    return state == ReaderState.READING
        && !partitions.isEmpty()
        && partitions.stream().allMatch(one -> one.lagEvents() == 0);
  }

  public long read() {
    return partitions.stream().mapToLong(PartitionProgress::position).sum();
  }

  public long end() {
    return partitions.stream().mapToLong(PartitionProgress::end).sum();
  }

  public long lagEvents() {
    return partitions.stream().mapToLong(PartitionProgress::lagEvents).sum();
  }

  /** Of the partition that is furthest behind; null where that of any is not known. */
  public Long lagSeconds() {
    var lags = partitions.stream().map(PartitionProgress::lagSeconds).toList();
    return lags.isEmpty() || lags.contains(null) ? null : Collections.max(lags);
  }
}
