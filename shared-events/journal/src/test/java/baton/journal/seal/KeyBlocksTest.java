package baton.journal.seal;

import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.subtle.Random;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeyBlocksTest {
  private final AtomicInteger made = new AtomicInteger();
  private volatile boolean down;
  private final KeyBlocks blocks = new KeyBlocks(this::make);

  @Test
  void a_block_is_made_before_the_last_one_runs_out() {
    blocks.take();
    await().until(() -> blocks.size() >= KeyBlocks.BLOCK);
    int before = made.get();
    for (int i = 0; i < KeyBlocks.BLOCK; i++) blocks.take();
    await().until(() -> made.get() > before);
  }

  @Test
  void a_keyring_that_is_down_is_told_only_when_no_key_is_left() {
    blocks.take();
    await().until(() -> blocks.size() >= KeyBlocks.BLOCK);
    down = true;
    int left = blocks.size();
    for (int i = 0; i < left; i++) assertThat(blocks.take()).isNotNull();
    assertThatThrownBy(blocks::take).isInstanceOf(KeyringUnavailable.class);
    down = false;
    assertThat(blocks.take()).isNotNull();
  }

  @Test
  void nobody_gets_the_same_key_as_another() throws InterruptedException {
    Set<String> taken = ConcurrentHashMap.newKeySet();
    int each = 1_000;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int t = 0; t < 8; t++)
        threads.submit(
            () -> {
              for (int i = 0; i < each; i++) taken.add(blocks.take().id());
            });
    }
    assertThat(taken).hasSize(8 * each);
  }

  private List<DataKey> make(int size) throws Exception {
    if (down) throw new IOException("the keyring is down");
    var keys = new ArrayList<DataKey>();
    byte[] key = Random.randBytes(DataKey.BYTES);
    for (int i = 0; i < size; i++) keys.add(new DataKey("k" + made.incrementAndGet(), key));
    return keys;
  }
}
