@rem `npm start` says exec, so that a signal to npm passes by its shell. cmd has no exec, and finds this file.
@%*
