package baton.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
  private static final HexFormat HEX = HexFormat.of();

  /** The leaves, roots and proofs of Certificate Transparency's own tests. */
  private static final List<String> LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static final List<String> ROOTS =
      List.of(
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  private final Leaves known =
      new Leaves(LEAVES.stream().map(HEX::parseHex).map(TreeHash::leaf).toList());

  @Test
  void roots_are_those_of_certificate_transparency() {
    for (int size = 0; size <= LEAVES.size(); size++)
      assertThat(HEX.formatHex(known.tree(size).root())).isEqualTo(ROOTS.get(size));
  }

  @Test
  void proofs_are_those_of_certificate_transparency() {
    assertThat(hex(known.tree(8).inclusion(0)))
        .containsExactly(
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
    assertThat(hex(known.tree(8).consistency(6)))
        .containsExactly(
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    assertThat(hex(known.tree(5).consistency(2)))
        .containsExactly(
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
  }

  @Test
  void the_root_is_what_the_rfc_says_at_every_size() {
    Leaves leaves = Leaves.random(300, 1);
    var frontier = new Frontier();
    for (int size = 0; size <= 300; size++) {
      assertThat(leaves.tree(size).root()).isEqualTo(leaves.naiveRoot(0, size));
      assertThat(frontier.root()).isEqualTo(leaves.naiveRoot(0, size));
      assertThat(frontier.size()).isEqualTo(size);
      if (size < 300) frontier.append(leaves.hash(0, size));
    }
  }

  @Test
  void every_leaf_of_every_size_is_proved_and_no_other() {
    Leaves leaves = Leaves.random(70, 2);
    for (int size = 1; size <= 70; size++) {
      byte[] root = leaves.tree(size).root();
      for (int index = 0; index < size; index++) {
        List<byte[]> path = leaves.tree(size).inclusion(index);
        byte[] leaf = leaves.hash(0, index);
        assertThat(ProofCheck.included(leaf, index, size, path, root)).isTrue();
        assertThat(ProofCheck.included(leaf, index + 1, size, path, root)).isFalse();
        assertThat(ProofCheck.included(TreeHash.leaf(new byte[] {9}), index, size, path, root))
            .isFalse();
        var longer = new ArrayList<>(path);
        longer.add(leaf);
        assertThat(ProofCheck.included(leaf, index, size, longer, root)).isFalse();
        if (!path.isEmpty())
          assertThat(ProofCheck.included(leaf, index, size, path.subList(0, path.size() - 1), root))
              .isFalse();
      }
    }
  }

  @Test
  void a_path_without_what_another_has_is_the_lower_part_of_the_whole_one() {
    Leaves leaves = Leaves.random(70, 3);
    for (int size = 1; size <= 70; size++)
      for (int after = 0; after < size; after++)
        for (int index = after + 1; index < size; index++) {
          List<String> whole = hex(leaves.tree(size).inclusion(index));
          List<String> own = hex(leaves.tree(size).inclusion(index, after));
          assertThat(own).isEqualTo(whole.subList(0, own.size()));
          List<String> other = hex(leaves.tree(size).inclusion(after));
          List<String> rest = whole.subList(own.size(), whole.size());
          assertThat(rest).isEqualTo(other.subList(other.size() - rest.size(), other.size()));
        }
  }

  @Test
  void every_size_goes_on_from_every_earlier_one_and_from_no_other() {
    Leaves leaves = Leaves.random(70, 4);
    Leaves others = Leaves.random(70, 5);
    for (int to = 0; to <= 70; to++)
      for (int from = 0; from <= to; from++) {
        byte[] fromRoot = leaves.tree(from).root();
        byte[] toRoot = leaves.tree(to).root();
        List<byte[]> proof = leaves.tree(to).consistency(from);
        assertThat(ProofCheck.consistent(from, fromRoot, to, toRoot, proof)).isTrue();
        if (from > 0)
          assertThat(ProofCheck.consistent(from, others.tree(from).root(), to, toRoot, proof))
              .isFalse();
        if (to > 0 && from > 0)
          assertThat(ProofCheck.consistent(from, fromRoot, to, others.tree(to).root(), proof))
              .isFalse();
        var longer = new ArrayList<>(proof);
        longer.add(toRoot);
        assertThat(ProofCheck.consistent(from, fromRoot, to, toRoot, longer)).isFalse();
      }
  }

  @Test
  void whatever_numbers_are_claimed_the_answer_is_no() {
    byte[] hash = TreeHash.empty();
    long[] numbers = {Long.MIN_VALUE, -1, 0, 1, 5, 1L << 62, Long.MAX_VALUE - 1, Long.MAX_VALUE};
    for (int length : new int[] {0, 1, 3, 62, 63, 64, 126, 1_000}) {
      List<byte[]> proof = Collections.nCopies(length, hash);
      for (long one : numbers)
        for (long other : numbers) {
          assertThat(ProofCheck.included(hash, one, other, proof, TreeHash.leaf(hash))).isFalse();
          if (one != other)
            assertThat(ProofCheck.consistent(one, TreeHash.leaf(hash), other, hash, proof))
                .isFalse();
        }
    }
    assertThat(ProofCheck.included(hash, 0, 2, List.of(new byte[31]), hash)).isFalse();
    assertThat(ProofCheck.included(new byte[0], 0, 1, List.of(), new byte[0])).isFalse();
  }

  @Test
  void no_proof_is_made_of_what_the_tree_has_not() {
    assertThatThrownBy(() -> known.tree(8).inclusion(8))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> known.tree(8).inclusion(-1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> known.tree(8).consistency(9))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> known.tree(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> hex(List<byte[]> hashes) {
    return hashes.stream().map(HEX::formatHex).toList();
  }

  /** Leaves in memory; {@code naiveRoot} is the definition of the RFC, word by word. */
  record Leaves(List<byte[]> leaves) {
    static Leaves random(int count, long seed) {
      var random = new Random(seed);
      return new Leaves(
          IntStream.range(0, count)
              .mapToObj(
                  i -> {
                    byte[] bytes = new byte[random.nextInt(40)];
                    random.nextBytes(bytes);
                    return TreeHash.leaf(bytes);
                  })
              .toList());
    }

    MerkleTree tree(long size) {
      return new MerkleTree(this::hash, size);
    }

    byte[] hash(int level, long number) {
      int start = Math.toIntExact(number << level);
      return naiveRoot(start, start + (1 << level));
    }

    byte[] naiveRoot(int start, int end) {
      if (start == end) return TreeHash.empty();
      if (end - start == 1) return leaves.get(start);
      int split = 1;
      while (split * 2 < end - start) split *= 2;
      return TreeHash.node(naiveRoot(start, start + split), naiveRoot(start + split, end));
    }
  }
}
