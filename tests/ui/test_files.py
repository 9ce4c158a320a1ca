"""The dialogs in which a file or a folder is chosen."""

from PySide6.QtWidgets import QFileDialog, QWidget

from gigdesk.ui.parts.files import choose_folder, sticks


def test_only_what_somebody_plugged_in_is_a_stick():
    mounted = ["/", "/boot", "/media/desk/KINGSTON", "/run/media/desk/DATA", "/home", "/mediator"]
    assert sticks(mounted) == ["/media/desk/KINGSTON", "/run/media/desk/DATA"]


def test_the_dialog_for_a_folder_speaks_the_language_of_qt_throughout(qtbot, monkeypatch, tmp_path):
    said = {}

    def accept(dialog):
        said.update({label: dialog.labelText(label) for label in QFileDialog.DialogLabel})
        dialog.setDirectory(str(tmp_path))
        dialog.selectFile(str(tmp_path))
        return True

    monkeypatch.setattr(QFileDialog, "exec", accept)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert choose_folder(parent, "") == tmp_path
    assert said[QFileDialog.DialogLabel.LookIn] == "Look in:"
