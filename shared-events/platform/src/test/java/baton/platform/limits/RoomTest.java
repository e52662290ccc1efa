package baton.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoomTest {
  private final Room room = new Room(3, 100);

  @Test
  void so_many_are_let_in_and_another_one_when_one_has_left() {
    assertThat(room.enter(0) && room.enter(0) && room.enter(0)).isTrue();
    assertThat(room.enter(0)).isFalse();
    room.leave(0);
    assertThat(room.enter(0)).isTrue();
  }

  @Test
  void who_brings_more_than_there_is_room_for_waits_but_who_brings_nothing_does_not() {
    assertThat(room.enter(60)).isTrue();
    assertThat(room.enter(60)).isFalse();
    assertThat(room.enter(0)).isTrue();
    room.leave(60);
    assertThat(room.enter(60)).isTrue();
  }

  @Test
  void one_that_is_larger_than_the_room_comes_in_alone() {
    assertThat(room.enter(1_000)).isTrue();
    assertThat(room.enter(1)).isFalse();
    room.leave(1_000);
    assertThat(room.enter(1)).isTrue();
  }
}
