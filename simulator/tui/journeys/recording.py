"""To the record: what it shows, a correction of it, and saving it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.tui.journeys.due import WhatIsDue as Part
    from simulator.tui.messages import RecordNotSaved, RecordSaved, RecordTold
    from simulator.tui.screens.record import RecordScreen
    from simulator.tui.screens.save_record import SaveRecord
    from simulator.tui.wanting import RecordSaveWanted
else:
    Part = object


class Recording(Part):
    """Lets the learner see their record."""

    def on_record_wanted(self) -> None:
        """Open it; what it shows is put together behind it."""
        from simulator.tui.screens.record import RecordScreen

        if self._record_screen is None:
            self.push_screen(RecordScreen(self._standing))
            self._desk.record()

    @property
    def _record_screen(self) -> RecordScreen | None:
        if self._at_home:
            return None
        from simulator.tui.screens.record import RecordScreen

        return self._open_screen(RecordScreen)

    def on_record_told(self, event: RecordTold) -> None:
        """Show it, if it is still open; after a correction something else may be due."""
        if self._record_screen is not None:
            self._record_screen.show(event.record, event.said)
        if event.said:
            self._look_what_is_due()

    def on_record_screen_correcting(self, event: RecordScreen.Correcting) -> None:
        """Have a case left out, or counted again."""
        if event.counts:
            self._desk.count_again(event.session, event.reason)
        else:
            self._desk.leave_out(event.session, event.reason)

    def on_record_screen_saving(self) -> None:
        """Ask where to save."""
        from simulator.tui.saving import folder_to_save_in
        from simulator.tui.screens.save_record import SaveRecord

        screen = self._record_screen
        if screen is not None and screen.record is not None:
            self.push_screen(SaveRecord(screen.record, str(folder_to_save_in())), screen.tell_saved)

    def on_record_save_wanted(self, event: RecordSaveWanted) -> None:
        """Save it."""
        self._desk.save_record(event.record, event.folder)

    def on_record_saved(self, event: RecordSaved) -> None:
        """Say where it was saved."""
        if self._save_record_screen is not None:
            self._save_record_screen.dismiss((event.page, event.tables))

    def on_record_not_saved(self, event: RecordNotSaved) -> None:
        """Say why it was not."""
        if self._save_record_screen is not None:
            self._save_record_screen.refuse(event.sentence)

    @property
    def _save_record_screen(self) -> SaveRecord | None:
        from simulator.tui.screens.save_record import SaveRecord

        return self._open_screen(SaveRecord)
